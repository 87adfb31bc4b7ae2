using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;

namespace Mentorship.Web.Parts;

/// <summary>What <see cref="TaskAnswer"/> posts, read back.</summary>
internal static class AnswerFields
{
    /// <summary>The button «выполнено, подтверждения нет».</summary>
    public const string Unproved = "DoneUnproved";

    /// <summary>Before the id of a question of a survey.</summary>
    public const string QuestionPrefix = "q.";

    /// <summary>A form with its files may weigh so much; one file still at most <see cref="Upload.MostBytes"/>.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    public const string Accepted = "image/*,.pdf,.docx,.doc,.xlsx,.xls,.pptx,.odt,.ods";

    /// <summary>The reasons that a thumb may choose instead of typing.</summary>
    public static string[] Reasons => [DecisionTexts.ReasonConsent, DecisionTexts.ReasonDate, DecisionTexts.ReasonSum, DecisionTexts.ReasonForm];

    /// <summary>What is said with a decision. A chip alone is a reason for sending back; a text beside it says more.</summary>
    public static string Remark(string? outcome, string? reason, string? comment)
    {
        string said = (comment ?? "").ReplaceLineEndings("\n").Trim();
        return outcome != "Returned" || reason is null || !Reasons.Contains(reason) ? said : said.Length == 0 ? reason : $"{reason}: {said}";
    }

    public static async Task<Answer> ReadAsync(IFormCollection form, CancellationToken cancel)
    {
        string outcome = form["outcome"].ToString();
        return new Answer(outcome == Unproved ? "Done" : outcome)
        {
            Comment = Remark(outcome, form["reason"], form["comment"]),
            SeenVersion = Guid.TryParse(form["version"], out Guid version) ? version : null,
            Pin = form["pin"].ToString(),
            Filled = form.Where(f => f.Key.StartsWith(QuestionPrefix, StringComparison.Ordinal))
                .ToDictionary(f => f.Key[QuestionPrefix.Length..], f => (IReadOnlyList<string>)[.. f.Value.OfType<string>().Select(v => v.ReplaceLineEndings("\n"))], StringComparer.Ordinal),
            Evidence = await EvidenceAsync(form, outcome == Unproved, cancel),
        };
    }

    public static async Task<EvidenceGiven> EvidenceAsync(IFormCollection form, bool unproved, CancellationToken cancel) => new()
    {
        NumberAndDate = form["number"].ToString().ReplaceLineEndings(" "),
        Address = form["address"].ToString(),
        Files = await FilesAsync(form.Files, cancel),
        Documents = [.. form["document"].Select(id => Guid.TryParse(id, out Guid document) ? document : (Guid?)null).OfType<Guid>()],
        Unproved = unproved,
    };

    private static async Task<IReadOnlyList<Upload>> FilesAsync(IFormFileCollection files, CancellationToken cancel)
    {
        List<Upload> uploads = [];
        // A browser posts an empty, nameless file where none was chosen.
        foreach (IFormFile file in files.Where(f => f.Name == "files" && (f.Length > 0 || f.FileName.Length > 0)))
        {
            using MemoryStream content = new((int)Math.Min(file.Length, int.MaxValue));
            await file.CopyToAsync(content, cancel);
            uploads.Add(new Upload(file.FileName, content.ToArray()));
        }
        return uploads;
    }
}
