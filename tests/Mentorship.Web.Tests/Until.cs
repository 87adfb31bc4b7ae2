namespace Mentorship.Web.Tests;

/// <summary>Waits for what another thread or process does; half a minute without it is a failure.</summary>
internal static class Until
{
    public static Task True(Func<bool> question) => True(() => Task.FromResult(question()));

    public static async Task True(Func<Task<bool>> question)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (!await question()) await Task.Delay(50, patience.Token);
    }
}
