using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Registration;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>Gives a document its number, and carries out what its signature means: paper and electronic signing share it.</summary>
internal sealed class Registrar(ProgrammeLaunch launch)
{
    /// <summary>Number and date from the book that the step of the signature names, else from that of the document's kind.</summary>
    /// <param name="signing">The task by which it is signed.</param>
    public static async Task<RegistrationNumber> RegisterAsync(MentorshipDb db, OpenedCase opened, Document document, WorkItem? signing, DateTimeOffset at, CancellationToken cancel)
    {
        string usual = document.KindOf.Book, own = (signing is null ? null : opened.Graph.Find(signing.NodeId)?.Text("book")?.Trim()) ?? usual;
        List<RegistrationBook> books = await db.Books.Where(b => b.Code == usual || b.Code == own).ToListAsync(cancel);
        RegistrationBook book = books.Find(b => b.Code == own) ?? books.Single(b => b.Code == usual);
        DateOnly on = opened.Around.Institution.DayOf(at);
        RegistrationNumber number = book.Assign(document.Id, on, at);
        db.Numbers.Add(number);
        document.RegistrationNumber = number.Text;
        document.RegisteredOn = on;
        return number;
    }

    /// <summary>The order is in force: a roadmap starts, pairs begin their work.</summary>
    public async Task SignedAsync(MentorshipDb db, Document document, DateTimeOffset at, CancellationToken cancel)
    {
        document.Status = DocumentStatus.Signed;
        if (document.Kind == DocumentKind.RoadmapApproval.Code)
        {
            Programme programme = (await db.Programmes.FindAsync([document.ProgrammeId!.Value], cancel))!;
            await launch.StartAsync(db, programme, at, cancel);
        }
        if (document.Kind == DocumentKind.PairAssignment.Code)
            foreach (Pair pair in await db.Pairs.Where(p => p.OrderId == document.Id).ToListAsync(cancel)) pair.Status = PairStatus.Active;
    }
}
