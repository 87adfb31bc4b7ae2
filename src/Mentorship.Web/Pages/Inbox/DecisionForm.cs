using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Inbox;

/// <summary>What the buttons under a task post.</summary>
public sealed class DecisionForm
{
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

    public async Task<Answer> AnswerAsync(CancellationToken cancel) => new(Outcome ?? "")
    {
        Comment = AnswerFields.Remark(Outcome, Reason, Comment),
        SeenVersion = Version,
        Evidence = new EvidenceGiven { NumberAndDate = NumberAndDate, Address = Address, Unproved = Unproved, Files = await UploadedFile.AllAsync(Files, cancel) },
    };
}
