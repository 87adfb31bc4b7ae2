using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests.Pages.Demonstration;

/// <summary>The product as an empty installation, where opening a demonstration plays what the test says.</summary>
internal sealed class OpeningSite(PlayDemonstration play) : WebHost
{
    /// <summary>Waits until the host asks to be built anew, and builds it as the program does.</summary>
    public async Task<Site> Anew()
    {
        await Until.True(Restart.CarryOut);
        return new Site(("MENTORSHIP_DATA", Folder));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(play));
    }
}
