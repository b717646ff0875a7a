using Crosscheck.Sources;
using Xunit;

namespace Crosscheck.Tests.Sources;

public sealed class OutletListTests
{
    [Fact]
    public void Columns_may_come_in_any_order()
    {
        var (register, failure) = OutletList.Read(new StringReader("name,owner,domain,languages\nDaily,North Media,daily.example,en;fr\n\"Post, The\",North Media,post.example,en\n"), "o.csv");
        Assert.Null(failure);
        Assert.Equal("North Media", register!.Find("www.daily.example")!.Owner);
        Assert.Equal(["en", "fr"], register.Find("daily")!.Languages);
        Assert.Equal("post.example", register.Find("Post, The")!.Domain);
    }

    [Fact]
    public void A_list_without_names_is_refused_in_plain_words()
    {
        var (register, failure) = OutletList.Read(new StringReader("a,b\n1,2\n"), "o.csv");
        Assert.Null(register);
        Assert.Contains("name", failure!.Message);
    }
}
