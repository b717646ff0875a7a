namespace Crosscheck.Articles.Html.Parsing;

/// <summary>The names that tree construction tells apart (HTML standard, section 13.2.6). A hyphen in a name is left out here.</summary>
internal enum ElementName : byte
{
    /// <summary>A name the standard has no rule for; it stands in the source.</summary>
    Unknown,

    /// <summary>An element of SVG or MathML on the stack of open elements, where names mean those of HTML.</summary>
    Foreign,

    A, Abbr, Address, Amp, AnnotationXml, Applet, Area, Article, Aside, Audio, B, Base, Basefont, Bgsound, Big, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Col,
    Colgroup, Dd, Desc, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, ForeignObject, Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Head,
    Header, Hgroup, Hr, Html, I, Iframe, Image, Img, Input, Keygen, Label, Legend, Li, Link, Listing, Main, Malignmark, Map, Marquee, Math, Menu, Meta, Mglyph, Mi, Mn, Mo, Ms, Mtext,
    Nav, Nobr, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, Rb, Rp, Rt, Rtc, Ruby, S, Script, Search, Section, Select, Small, Source,
    Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, Tt, U, Ul, Var, Video, Wbr, Xmp,
}

/// <summary>What the standard's algorithms ask of an element (sections 13.2.4.2 and 13.2.6).</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,
    Special = 1,

    /// <summary>Ends the search for an element in scope.</summary>
    Scope = 2,
    ListScope = 4,
    ButtonScope = 8,
    TableScope = 16,

    /// <summary>Closed by "generate implied end tags".</summary>
    Implied = 32,
    ImpliedThoroughly = 64,
    Formatting = 128,

    /// <summary>What text is moved out of (foster parenting).</summary>
    TablePart = 256,

    /// <summary>Closed by its next sibling, so that, left open, it does not nest.</summary>
    Sibling = 512,
    Foreign = 1024,
    MathTextPoint = 2048,
    HtmlPoint = 4096,

    /// <summary>Not kept on the stack, or only while its text is read.</summary>
    Leaf = 8192,
}

/// <summary>Looks names and their <see cref="Traits"/> up.</summary>
internal static class ElementNames
{
    private static readonly ElementName[] All = Enum.GetValues<ElementName>()[2..];
    private static readonly NameTable Table = new(All.Select(n => (SpellingOf(n), (byte)n)));
    private static readonly Traits[] ByName = TraitsByName();
    private static readonly Tag[] Tags = TagsByName();

    public static bool HasAny(this Traits traits, Traits of) => (traits & of) != Traits.None;

    public static ElementName Of(ReadOnlySpan<char> name) => (ElementName)Table.Find(name);

    public static Traits TraitsOf(ElementName name) => ByName[(int)name];

    /// <summary>What reading calls the element.</summary>
    public static Tag TagOf(ElementName name) => Tags[(int)name];

    public static string SpellingOf(ElementName name) => name == ElementName.AnnotationXml ? "annotation-xml" : name.ToString().ToLowerInvariant();

    private static Traits[] TraitsByName()
    {
        var traits = new Traits[byte.MaxValue + 1];
        foreach (var (trait, names) in ((Traits, string)[])
        [
            (Traits.Special, "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp"),
            (Traits.Scope, "applet caption html table td th marquee object select template"),
            (Traits.ListScope, "applet caption html table td th marquee object select template ol ul"),
            (Traits.ButtonScope, "applet caption html table td th marquee object select template button"),
            (Traits.TableScope, "html table template"),
            (Traits.Implied, "dd dt li optgroup option p rb rp rt rtc"),
            (Traits.ImpliedThoroughly, "dd dt li optgroup option p rb rp rt rtc caption colgroup tbody td tfoot th thead tr"),
            (Traits.Formatting, "a b big code em font i nobr s small strike strong tt u"),
            (Traits.TablePart, "table tbody tfoot thead tr"),
            (Traits.Sibling, "p li dt dd tr td th tbody thead tfoot option optgroup body html head rb rp rt rtc colgroup caption"),
            (Traits.Leaf, "area base basefont bgsound br col embed frame hr iframe image img input keygen link meta noembed param script source style textarea title track wbr xmp"),
        ])
        {
            foreach (var name in names.Split(' ')) traits[(int)Of(name)] |= trait;
        }

        return traits;
    }

    private static Tag[] TagsByName()
    {
        var tags = new Tag[byte.MaxValue + 1];
        foreach (var name in All) tags[(int)name] = Html.Tags.Of(SpellingOf(name));
        return tags;
    }
}
