using System.Security.Cryptography;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Learning;
using Crosscheck.Reports;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class SyntaxLinesTests
{
    private static readonly AnalyzedArticle Article = Analyze();

    private static AnalyzedArticle Analyze()
    {
        var bytes = "Talks in Geneva\n\nAnna Berg, the mayor of Geneva, met reporters on Monday.\n"u8.ToArray();
        var raw = new RawDocument(["page.txt"], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentFormat.PlainText, GivenMetadata.None);
        return Analyzer.Build(ModelFolder.Default).Analyze(ArticleReader.Load(ModelFolder.Default).Read(raw).Articles[0], raw);
    }

    private static string[] Rows(bool syntax, bool names)
    {
        var writer = new StringWriter();
        new SyntaxLines(writer, syntax, names).Write(Article);
        return [.. writer.ToString().Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
    }

    [Fact]
    public void Every_row_has_the_ten_columns_of_CoNLL_U_and_one_word_of_each_sentence_is_its_root()
    {
        var rows = Rows(syntax: true, names: true);
        Assert.All(rows, r => Assert.Equal(10, r.Split('\t').Length));
        Assert.Equal(Article.Parts.Sum(p => p.Syntax.Sentences.Length), rows.Count(r => r.Split('\t')[6] == "0"));
    }

    [Fact]
    public void A_name_stands_beside_each_of_its_words()
    {
        var rows = Rows(syntax: false, names: true);
        Assert.Contains(rows, r => r.Split('\t') is [_, "Anna", "_", "_", "_", "_", "_", "_", "_", var misc] && misc.EndsWith("|Name=B-Person", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Split('\t') is [_, "Berg", .., var misc] && misc.EndsWith("|Name=I-Person", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_asked_for_is_left_out() => Assert.DoesNotContain(Rows(syntax: true, names: false), r => r.Contains("Name=", StringComparison.Ordinal));
}
