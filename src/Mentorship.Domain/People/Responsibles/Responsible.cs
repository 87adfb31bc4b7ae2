namespace Mentorship.Domain.People.Responsibles;

/// <summary>Who a roadmap's text makes responsible: a role, a person, or both («Куратор Токарь А.Н.»).</summary>
/// <param name="Text">The part of the cell, as written.</param>
/// <param name="Role">A code («director», «curator», …), <c>institution:</c> with the text for a post the institution itself fills, or null when only a person, or nobody, is named.</param>
/// <param name="Person">Surname and initials as written, or null.</param>
/// <param name="Doubt">A Russian sentence that says what a person should decide, or null.</param>
public sealed record Responsible(string Text, string? Role, string? Person, string? Doubt = null);
