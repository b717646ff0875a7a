namespace Crosscheck.Articles.Html;

/// <summary>What a tag, role, class or id announces. The order is of no meaning.</summary>
internal enum Mark : byte
{
    None,
    Body,
    Comments,
    Related,
    Share,
    Newsletter,
    Advertisement,
    Cookies,
    Navigation,
    Sidebar,
    Footer,
    Header,
    AuthorBox,
    Byline,
    Date,
    Caption,
    Tags,
    PullQuote,
    Embed,
    Hidden,
    Paywall,
    Widget,
    Headline,
    Subtitle,
    FactBox,
}
