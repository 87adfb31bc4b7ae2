namespace Mentorship.Web.Pages.Trouble;

/// <summary>What a page of trouble says: what happened and what to do next.</summary>
internal sealed record TroubleKind(string Title, string Next)
{
    public static TroubleKind Of(int status) => status switch
    {
        400 or 415 => new(TroubleTexts.StaleTitle, TroubleTexts.StaleNext),
        401 or 403 => new(TroubleTexts.DeniedTitle, TroubleTexts.DeniedNext),
        413 => new(TroubleTexts.LargeTitle, TroubleTexts.LargeNext),
        >= 500 => new(TroubleTexts.FaultTitle, TroubleTexts.FaultNext),
        _ => new(TroubleTexts.NotFoundTitle, TroubleTexts.NotFoundNext),
    };
}
