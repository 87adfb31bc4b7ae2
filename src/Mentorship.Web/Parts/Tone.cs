namespace Mentorship.Web.Parts;

/// <summary>The colour and shape that go with the word of a status; <see cref="Late"/> is for overdue only.</summary>
public enum Tone
{
    Plain,
    Info,
    Ok,
    Wait,
    Late,
}
