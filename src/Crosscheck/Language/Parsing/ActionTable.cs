using System.Collections.Immutable;

namespace Crosscheck.Language.Parsing;

/// <summary>The parser's classes: <c>S</c>, and <c>L-</c> or <c>R-</c> with a relation.</summary>
internal sealed class ActionTable
{
    private readonly ParserState.Move[] _moves;
    private readonly byte[] _relations;
    private readonly bool[] _root;

    /// <exception cref="FormatException">A label is none of an action.</exception>
    public ActionTable(ImmutableArray<string> labels)
    {
        _moves = new ParserState.Move[labels.Length];
        _relations = new byte[labels.Length];
        _root = new bool[labels.Length];
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < labels.Length; i++)
        {
            _moves[i] = labels[i] switch
            {
                "S" => ParserState.Move.Shift,
                ['L', '-', ..] => ParserState.Move.Left,
                ['R', '-', ..] => ParserState.Move.Right,
                _ => throw new FormatException($"'{labels[i]}' is no action of the parser."),
            };
            if (_moves[i] == ParserState.Move.Shift) continue;
            var name = labels[i][2..];
            _root[i] = name == RootRelation;
            var relation = names.IndexOf(name);
            if (relation < 0)
            {
                relation = names.Count;
                names.Add(name);
            }

            _relations[i] = (byte)relation;
        }

        Relations = names.ToImmutable();
    }

    /// <summary>The relation of a sentence's root, and of no other word.</summary>
    public const string RootRelation = "root";

    public int Count => _moves.Length;

    public ImmutableArray<string> Relations { get; }

    public ParserState.Move MoveOf(int action) => _moves[action];

    /// <summary>Whether an action may follow in a state.</summary>
    public bool Allows(ParserState state, int action) =>
        state.Allows(_moves[action]) && _root[action] == (_moves[action] == ParserState.Move.Left && state.Next == state.Count);

    public byte RelationOf(int action) => _relations[action];
}
