namespace Crosscheck.Diagnostics;

/// <summary>
/// The one catalogue of diagnostics. CC1xxx getting documents, CC2xxx reading articles, CC3xxx analysing,
/// CC4xxx comparing. A code keeps its meaning for ever.
/// </summary>
public static class DiagnosticCode
{
    // Getting documents (Crosscheck.Sources)
    public const string InputNotFound = "CC1001";
    public const string InputNotReadable = "CC1002";
    public const string InputEmpty = "CC1003";
    public const string InputBinary = "CC1004";
    public const string InputTooLarge = "CC1005";
    public const string CompressedBomb = "CC1006";
    public const string CompressedBroken = "CC1007";
    public const string LinkLoop = "CC1008";
    public const string JsonLineBroken = "CC1009";
    public const string UnknownType = "CC1010";
    public const string NothingMatched = "CC1011";
    public const string InputVanished = "CC1012";
    public const string OutletListBroken = "CC1013";
    public const string OutputNotWritable = "CC1014";
    public const string ContainerBroken = "CC1015";
    public const string ArchiveTooDeep = "CC1016";
    public const string EntryLocked = "CC1017";
    public const string RecordBroken = "CC1018";
    public const string RecordsPassedOver = "CC1019";
    public const string FeedBroken = "CC1020";
    public const string SavedPageBroken = "CC1021";

    // Reading articles (Articles)
    public const string EncodingReplaced = "CC2001";
    public const string EncodingGuessed = "CC2002";
    public const string NoArticle = "CC2003";
    public const string MarkupTooDeep = "CC2004";
    public const string NoPublicationDate = "CC2005";
    public const string DatesDisagree = "CC2006";
    public const string LanguageUnknown = "CC2007";
    public const string NulCharacters = "CC2008";
    public const string ImpossibleDate = "CC2009";
    public const string ListPage = "CC2010";

    // Analysing (Analysis)
    public const string ArticleTruncated = "CC3001";
    public const string LanguageNotCovered = "CC3002";

    // Comparing (Stories, Claims)
    public const string PublishedAfterAsOf = "CC4001";
    public const string StoryTooLarge = "CC4002";
}
