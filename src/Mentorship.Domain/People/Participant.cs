namespace Mentorship.Domain.People;

/// <summary>Who takes part in a step: a person or a body. The engine knows only its key.</summary>
public readonly record struct Participant(bool IsBody, Guid Id)
{
    public static Participant OfPerson(Guid id) => new(false, id);
    public static Participant OfBody(Guid id) => new(true, id);
    public string Key => (IsBody ? "body:" : "person:") + Id.ToString("N");

    public static Participant Parse(string key)
    {
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        return new Participant(key[..colon] == "body", Guid.ParseExact(key[(colon + 1)..], "N"));
    }
}
