using System.IO.Compression;
using System.Text;

namespace Crosscheck.Training.Names;

/// <summary>A document of tokens with gold BIO labels.</summary>
internal sealed record TaggedDocument(string Id, string[] Forms, string[] Labels, (int First, int End)[] Sentences)
{
    /// <summary>Reads TOKEN, tab, tag lines (.tsv or .tsv.gz); an empty line ends a sentence, <c># id = </c> opens a document.</summary>
    public static List<TaggedDocument> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var documents = new List<TaggedDocument>();
        var id = string.Empty;
        List<string> forms = [], labels = [];
        List<(int, int)> sentences = [];
        var first = 0;
        void EndSentence()
        {
            if (forms.Count > first) sentences.Add((first, forms.Count));
            first = forms.Count;
        }

        void EndDocument()
        {
            EndSentence();
            if (forms.Count > 0) documents.Add(new TaggedDocument(id, [.. forms], [.. labels], [.. sentences]));
            forms.Clear();
            labels.Clear();
            sentences.Clear();
            first = 0;
        }

        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# id = ", StringComparison.Ordinal))
            {
                EndDocument();
                id = line[7..];
            }
            else if (line.Length == 0)
            {
                EndSentence();
            }
            else if (line.IndexOf('\t', StringComparison.Ordinal) is var tab and > 0)
            {
                var label = line[(tab + 1)..];
                forms.Add(line[..tab]);
                labels.Add(label.StartsWith("I-", StringComparison.Ordinal) && (forms.Count - 1 == first || !labels[^1].EndsWith(label[2..], StringComparison.Ordinal)) ? "B-" + label[2..] : label);
            }
        }

        EndDocument();
        return documents;
    }

    /// <summary>The same with "’ s" written as one token, as our tokenizer has it.</summary>
    public TaggedDocument WithJoinedClitics()
    {
        List<string> forms = [], labels = [];
        List<(int, int)> sentences = [];
        foreach (var (from, end) in Sentences)
        {
            var first = forms.Count;
            for (var i = from; i < end; i++)
            {
                if (Forms[i] is "’" && i + 1 < end && Forms[i + 1] is "s" or "re" or "ve" or "m" or "ll" or "d" && Labels[i] == "O")
                {
                    forms.Add("’" + Forms[i + 1]);
                    labels.Add("O");
                    i++;
                }
                else
                {
                    forms.Add(Forms[i]);
                    labels.Add(Labels[i]);
                }
            }

            sentences.Add((first, forms.Count));
        }

        return new TaggedDocument(Id, [.. forms], [.. labels], [.. sentences]);
    }
}
