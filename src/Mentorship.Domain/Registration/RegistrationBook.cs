using System.Globalization;

namespace Mentorship.Domain.Registration;

/// <summary>A registration book (журнал регистрации): numbers go up by one within a year, without gaps or doubles, and only in the transaction of the signature.</summary>
public sealed class RegistrationBook : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }

    /// <summary><c>main</c> (основная деятельность), <c>staff</c> (личный состав), or the institution's own.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>How a number is printed; <c>{n}</c> is the number: <c>{n}-од</c>, <c>{n}-к</c>, <c>{n}</c>.</summary>
    public required string Pattern { get; set; }

    /// <summary>The year that <see cref="Last"/> counts.</summary>
    public int Year { get; private set; }
    public int Last { get; private set; }

    /// <summary>Concurrency token: two signatures at one instant cannot take one number.</summary>
    public int Version { get; set; }

    /// <summary>Takes the next number of the year.</summary>
    public RegistrationNumber Assign(Guid document, DateOnly on, DateTimeOffset at)
    {
        if (on.Year > Year) (Year, Last) = (on.Year, 0);
        else if (on.Year < Year) throw new InvalidOperationException($"The book {Code} already counts {Year}; {on:O} lies before it");
        Last++;
        return new RegistrationNumber
        {
            InstitutionId = InstitutionId, BookId = Id, Year = Year, Number = Last, DocumentId = document, On = on, AssignedAt = at,
            Text = Pattern.Replace("{n}", Last.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        };
    }

    /// <summary>Starts the year after the numbers that the institution has already given on paper.</summary>
    public void ContinueAfter(int year, int last)
    {
        if (year < Year || year == Year && last < Last) throw new InvalidOperationException($"The book {Code} has already given {Last} of {Year}");
        (Year, Last) = (year, last);
    }
}

/// <summary>One number of a book; a spoilt print voids it with a reason, the row stays.</summary>
public sealed class RegistrationNumber : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid BookId { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }

    /// <summary>As printed.</summary>
    public required string Text { get; init; }
    public required Guid DocumentId { get; init; }
    public required DateOnly On { get; init; }
    public DateTimeOffset AssignedAt { get; init; }
    public string? VoidReason { get; set; }
}
