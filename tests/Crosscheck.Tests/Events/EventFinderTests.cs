using Crosscheck.Events;
using Crosscheck.Tests.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Events;

public sealed class EventFinderTests
{
    private static readonly EventFinder Finder = EventFinder.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    [Theory]
    [InlineData("The police arrested two smugglers.", "arrested", "police", "smugglers")]
    public void An_event_names_who_acts_and_on_whom(string text, string trigger, string actor, string recipient)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        var found = Assert.Single(Finder.Find(syntax, [], [], []), e => syntax.Text.Slice(e.Trigger) == trigger);
        Assert.Contains(actor, syntax.Text.Slice(found.Actor!.Value), StringComparison.Ordinal);
        Assert.Contains(recipient, syntax.Text.Slice(found.Recipient!.Value), StringComparison.Ordinal);
    }
}
