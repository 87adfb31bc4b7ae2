using Microsoft.Extensions.Logging;

namespace Mentorship.UseCases.Cases;

/// <summary>What whoever looks after the system must see, although the case goes on.</summary>
internal static partial class CaseLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Step {Step} of case {Case} broke and is held for attention")]
    public static partial void StepBroke(ILogger log, string step, Guid @case, Exception cause);
}
