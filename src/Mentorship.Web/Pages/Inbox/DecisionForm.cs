using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;

namespace Mentorship.Web.Pages.Inbox;

/// <summary>What the buttons under a task post.</summary>
public sealed class DecisionForm
{
    /// <summary>Reasons for a return that need no typing.</summary>
    public static IReadOnlyList<string> Reasons { get; } = [InboxTexts.NoConsent, InboxTexts.WrongTerm, InboxTexts.WrongSum, InboxTexts.Formalities];

    public Guid? WorkItem { get; set; }
    public Guid? Version { get; set; }
    public string? Outcome { get; set; }
    public string? Pin { get; set; }
    public string? Reason { get; set; }
    public string? Comment { get; set; }
    public string? NumberAndDate { get; set; }
    public string? Address { get; set; }
    public bool Unproved { get; set; }
    public IReadOnlyList<IFormFile>? Files { get; set; }

    /// <summary>A chip alone is a reason; a text beside it says more.</summary>
    public async Task<Answer> AnswerAsync(CancellationToken cancel) => new(Outcome ?? "")
    {
        Comment = string.Join(": ", new[] { Outcome == "Returned" ? Reason : null, Comment }.Where(text => !string.IsNullOrWhiteSpace(text))),
        SeenVersion = Version,
        Evidence = new EvidenceGiven { NumberAndDate = NumberAndDate, Address = Address, Unproved = Unproved, Files = await UploadedFile.AllAsync(Files, cancel) },
    };
}
