using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Training.Attributions;

/// <summary>Reads automatic parses in CoNLL-U whose tokens carry <c>Off=start:end</c> into layers over the articles' texts.</summary>
internal static class SilverSyntax
{
    public static Dictionary<string, SyntaxLayer> Read(string path, Dictionary<string, string> texts)
    {
        var layers = new Dictionary<string, SyntaxLayer>(StringComparer.Ordinal);
        string? id = null;
        var open = new Open();
        foreach (var line in MarkedArticle.Lines(path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                Close();
                id = line["# newdoc id = ".Length..];
            }
            else if (line.StartsWith("# span = ", StringComparison.Ordinal))
            {
                var parts = line["# span = ".Length..].Split(' ');
                open.Span = new TextSpan(int.Parse(parts[0]), int.Parse(parts[1]));
                open.First = open.Tokens.Count;
            }
            else if (line.Length == 0)
            {
                if (open.Tokens.Count > open.First) open.Sentences.Add(new Sentence(open.Span, open.First, open.Tokens.Count));
                open.First = open.Tokens.Count;
            }
            else if (line[0] != '#')
            {
                open.Add(line.Split('\t'));
            }
        }

        Close();
        return layers;

        void Close()
        {
            if (id is not null && texts.TryGetValue(id, out var text)) layers[id] = open.Finish(text);
            open = new Open();
        }
    }

    private sealed class Open
    {
        public List<Token> Tokens { get; } = [];

        public List<Sentence> Sentences { get; } = [];

        public TextSpan Span { get; set; }

        public int First { get; set; }

        private readonly List<string> _tags = [];
        private readonly List<string> _lemmas = [];
        private readonly List<int> _heads = [];
        private readonly List<string> _relations = [];

        public void Add(string[] columns)
        {
            var offset = Array.Find(columns[9].Split('|'), m => m.StartsWith("Off=", StringComparison.Ordinal))![4..].Split(':');
            Tokens.Add(new Token(new TextSpan(int.Parse(offset[0]), int.Parse(offset[1]))));
            _lemmas.Add(columns[2]);
            _tags.Add(columns[4]);
            var head = int.Parse(columns[6]);
            _heads.Add(head == 0 ? SyntaxLayer.Root : First + head - 1);
            _relations.Add(columns[7]);
        }

        public SyntaxLayer Finish(string text) => new(
            new SourceText(text), "en", [.. Tokens], [.. Sentences], default, [.. _tags], [.. _lemmas], [.. _heads], [.. _relations]);
    }
}
