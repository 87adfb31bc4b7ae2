namespace Mentorship.Domain;

/// <summary>Data of one institution: every query is bound to it by a global filter.</summary>
public interface IInstitutionOwned
{
    Guid InstitutionId { get; }
}
