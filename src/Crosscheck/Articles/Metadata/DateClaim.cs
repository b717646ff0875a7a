using Crosscheck.Articles.Dates;

namespace Crosscheck.Articles.Metadata;

/// <summary>Where a page names a day. The order is part of the model's file.</summary>
internal enum DatePlace : byte
{
    LinkedPublished,
    LinkedModified,
    HeadPublished,
    HeadDate,
    HeadModified,
    PropertyPublished,
    PropertyModified,
    TimePublished,
    TimeModified,
    Time,
    Address,
    Printed,
    PrintedPublished,
    PrintedModified,
    Script,
    Image,
    Description,
}

/// <summary>One place of the page that names a day.</summary>
/// <param name="Trust">What the place is worth by itself, 0 to 1.</param>
/// <param name="Distance">Blocks between it and the headline or the start of the text, whichever is nearer; 0 for what is not on the page.</param>
/// <param name="Shape">How it is printed; all zero for what is not printed.</param>
internal readonly record struct DateClaim(FoundDate Date, DatePlace Place, string Basis, double Trust, int Distance = 0, PrintedShape Shape = default)
{
    public DateOnly Day => Date.Value.Day;

    public bool IsPrinted => Place is DatePlace.Printed or DatePlace.PrintedPublished or DatePlace.PrintedModified;

    public bool SaysModified => Place is DatePlace.LinkedModified or DatePlace.HeadModified or DatePlace.PropertyModified or DatePlace.TimeModified or DatePlace.PrintedModified;
}

/// <summary>How a date is printed.</summary>
/// <param name="Length">Characters of the block.</param>
/// <param name="Start">Characters of the block before the date.</param>
/// <param name="Announced">Whether the element says that it holds a date or a byline.</param>
/// <param name="Aside">Whether it stands in a comment, a list of links, a footer or the like.</param>
/// <param name="Behind">Blocks by which it stands behind the headline; negative before it.</param>
/// <param name="Inside">Whether it stands between the first and the last block of the text.</param>
/// <param name="Order">Place of its block on the page, 0 to 1.</param>
/// <param name="Swapped">Whether day and month change places against the reading usual for the page.</param>
internal readonly record struct PrintedShape(int Length, int Start, bool Announced, bool Aside, int Behind, bool Inside, float Order, bool Swapped);
