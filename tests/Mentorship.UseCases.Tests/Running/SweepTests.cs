namespace Mentorship.UseCases.Tests.Running;

public sealed class SweepTests
{
    [Fact]
    public async Task Each_WhenOneFails_DoesTheOthersAndThenTells()
    {
        List<int> done = [];
        AggregateException failure = await Assert.ThrowsAsync<AggregateException>(() => Sweep.EachAsync([1, 2, 3], async n =>
        {
            await Task.Yield();
            if (n == 2) throw new InvalidOperationException("сломано");
            done.Add(n);
            return true;
        }));
        Assert.Equal([1, 3], done);
        Assert.Equal("сломано", Assert.Single(failure.InnerExceptions).Message);
    }
}
