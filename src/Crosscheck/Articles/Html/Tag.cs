using System.Collections.Frozen;

namespace Crosscheck.Articles.Html;

/// <summary>The elements that reading tells apart.</summary>
internal enum Tag : byte
{
    Other, A, Abbr, Address, Article, Aside, B, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Dd, Details, Dialog, Div, Dl, Dt,
    Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Label, Legend, Li,
    Link, Main, Meta, Nav, Noscript, Object, Ol, Option, P, Picture, Pre, Q, S, Script, Section, Select, Small, Source, Span, Strong, Style, Sub,
    Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, U, Ul, Video, Audio, Map, Menu, Math, Amp, Frameset,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> ByName =
        Enum.GetValues<Tag>().Where(t => t != Tag.Other).ToFrozenDictionary(t => t.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Tag Of(string localName) => ByName.GetValueOrDefault(localName);

    /// <summary>Never text of the page: code, controls, drawings, what only a browser without scripts shows.</summary>
    public static bool IsSkipped(Tag tag) => tag is Tag.Script or Tag.Style or Tag.Noscript or Tag.Template or Tag.Svg or Tag.Math or Tag.Iframe or Tag.Object or Tag.Embed
        or Tag.Canvas or Tag.Select or Tag.Option or Tag.Textarea or Tag.Button or Tag.Input or Tag.Head or Tag.Title or Tag.Meta or Tag.Link or Tag.Video or Tag.Audio
        or Tag.Map or Tag.Dialog;

    /// <summary>Flows inside a line of text.</summary>
    public static bool IsInline(Tag tag) => tag is Tag.A or Tag.Abbr or Tag.B or Tag.Cite or Tag.Code or Tag.Em or Tag.Font or Tag.I or Tag.Q or Tag.S or Tag.Small
        or Tag.Span or Tag.Strong or Tag.Sub or Tag.Sup or Tag.Time or Tag.U or Tag.Label or Tag.Img or Tag.Picture or Tag.Source or Tag.Other;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;
}
