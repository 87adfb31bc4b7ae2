namespace Mentorship.Domain.Documents.Orders;

/// <summary>«УТВЕРЖДАЮ» at the top of a local act: who approves it. Number and day stand there too.</summary>
public sealed record ApprovalStamp(string Post, string Name)
{
    private const int LongestLine = 28;

    /// <summary>The stamp line by line; blanks stand for what is not there yet.</summary>
    public IReadOnlyList<string> Lines(OrderText text) =>
    [
        "УТВЕРЖДАЮ", Post, $"____________ {Name}",
        $"{(text.Date is { } day ? RussianDate.Short(day) : "«__» __________ 20__ г.")} №\u00A0{(string.IsNullOrWhiteSpace(text.Number) ? "______" : text.Number)}",
    ];

    public static ApprovalStamp Of(Letterhead letterhead)
    {
        SignatureBlock block = SignatureBlock.Of(letterhead.HeadPost, letterhead.HeadName, letterhead.HeadIsActing);
        return new ApprovalStamp(string.IsNullOrWhiteSpace(letterhead.ShortName) ? block.Post : $"{block.Post} {Whole(letterhead.ShortName.Trim())}", block.Name);
    }

    /// <summary>A name that fits a line of the stamp is not parted.</summary>
    private static string Whole(string name) => name.Length <= LongestLine ? name.Replace(' ', '\u00A0') : name;
}
