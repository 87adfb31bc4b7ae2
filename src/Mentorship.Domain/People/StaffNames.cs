using Mentorship.Domain.Naming;

namespace Mentorship.Domain.People;

/// <summary>The surnames of an institution's people in every grammatical case, folded: whom does a text name?</summary>
public sealed class StaffNames
{
    private readonly HashSet<string> _pupils, _others;

    internal StaffNames(IReadOnlyList<Member> members)
    {
        _pupils = [.. members.Where(m => m.Kind == MemberKind.Pupil).SelectMany(Forms)];
        _others = [.. members.Where(m => m.Kind != MemberKind.Pupil).SelectMany(Forms)];
    }

    /// <summary>Is this word, in any case, the surname of a pupil?</summary>
    public bool IsPupil(string word) => _pupils.Contains(Person.Fold(word));

    /// <summary>Is this word, in any case, the surname of an adult on the staff list?</summary>
    public bool IsAdult(string word) => _others.Contains(Person.Fold(word));

    private static IEnumerable<string> Forms(Member member)
    {
        NameCases cases = new(member.Person.Name);
        foreach ((GrammaticalCase grammaticalCase, string text) in member.Person.NameCases) cases = cases.With(grammaticalCase, text);
        return Enum.GetValues<GrammaticalCase>().Select(c => cases.Short(c).Text).Append(member.Person.Surname)
            .SelectMany(name => name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            .Where(part => !part.EndsWith('.') && part.Length > 1).Select(Person.Fold);
    }
}
