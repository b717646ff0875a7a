using Crosscheck.Text;

namespace Crosscheck.Names;

public enum EntityType
{
    Person,
    Organization,
    /// <summary>A geopolitical entity: a place with a government that can act.</summary>
    Polity,
    Location,
    /// <summary>A nationality, religious or political group.</summary>
    Group,
    Facility,
    Product,
    Event,
    Work,
    Other,
}

public enum MentionForm
{
    Name,
    Nominal,
    Pronoun,
}

/// <summary>Words that name somebody or something.</summary>
public sealed record Mention(TextSpan Span, EntityType Type, MentionForm Form, double Confidence);
