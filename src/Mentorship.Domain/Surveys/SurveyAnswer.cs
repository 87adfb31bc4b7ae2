using System.Security.Cryptography;

namespace Mentorship.Domain.Surveys;

/// <summary>One filled-in form. Of an anonymous survey it says neither who nor when, and its id tells no order: who has answered stands in the decisions, what was answered only here.</summary>
public sealed class SurveyAnswer : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid CaseId { get; init; }
    public required string NodeId { get; init; }

    /// <summary>Which start and which wave of the survey: the step and the occurrence.</summary>
    public required string StepId { get; init; }
    public string Occurrence { get; init; } = "";

    /// <summary>The form that was on the screen: only answers to the same one are compared.</summary>
    public required string FormSha256 { get; init; }

    /// <summary>Null in an anonymous survey.</summary>
    public Guid? PersonId { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>JSON: the answer by the id of its question.</summary>
    public required string Content { get; init; }

    /// <summary>An id by which no order can be told.</summary>
    public static Guid AnonymousId()
    {
        byte[] random = RandomNumberGenerator.GetBytes(16);
        // Version 4: nothing but chance.
        random[7] = (byte)(random[7] & 0x0F | 0x40);
        random[8] = (byte)(random[8] & 0x3F | 0x80);
        return new Guid(random);
    }
}
