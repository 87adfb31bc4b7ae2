using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.Signing;

/// <summary>What holds while a document lies on paper with its number.</summary>
internal static class PaperRules
{
    /// <summary>Who prints, scans and voids: the head, the secretary, who runs the programme.</summary>
    public static bool MayHandle(Actor actor) => actor.RunsProgramme || actor.Is(Roles.Secretary);

    /// <summary>Null when the document is on paper and waits for its scan.</summary>
    public static Refusal? Check(Document document) => document.Status == DocumentStatus.OnPaper ? null : NotOnPaper;

    public static Refusal OnPaper { get; } = new("OnPaper", "Документ уже распечатан с номером и подписывается на бумаге. Приложите скан или отмените печать.");
    public static Refusal VoidFirst { get; } = new("VoidFirst", "Документ распечатан с номером. Сначала отмените печать с указанием причины: номер останется в журнале как испорченный.");
    public static Refusal NotOnPaper { get; } = new("NotOnPaper", "Документ сейчас не подписывается на бумаге. Обновите страницу: на ней видно, что с ним.");
    public static Refusal NotWaiting { get; } = new("NotWaiting", "Документ ещё не дошёл до подписи или уже подписан. Обновите страницу: на ней видно, что с ним.");
}
