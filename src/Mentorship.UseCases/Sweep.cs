namespace Mentorship.UseCases;

/// <summary>A batch of due things, each in a transaction of its own: one that fails does not keep the others waiting; the failures come together at the end, for the host to log.</summary>
internal static class Sweep
{
    /// <returns>How many were done.</returns>
    public static async Task<int> EachAsync<T>(IEnumerable<T> due, Func<T, Task<bool>> act)
    {
        int done = 0;
        List<Exception> failures = [];
        foreach (T one in due)
            try
            {
                if (await act(one)) done++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} of a batch failed, {done} were done", failures);
    }
}
