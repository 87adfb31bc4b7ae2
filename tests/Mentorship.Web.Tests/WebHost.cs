using Mentorship.Domain.Calendars;
using Mentorship.Web.Hosting;
using Mentorship.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests;

/// <summary>The product itself, in this process. A frame may be given as if somebody had signed in.</summary>
public class WebHost(ShellContext? shell = null) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-web-").FullName;

    /// <summary>The data folder: what lies there before the first question is found at the start.</summary>
    public string Folder => _folder;

    /// <summary>Whether the host has asked to be built anew. The test does what the program would do then: the factory knows one host only.</summary>
    internal Restart Restart { get; } = new();

    /// <summary>A director who may see everything, in a demonstration.</summary>
    public static ShellContext Director { get; } = new(
        "МБОУ «Заречная СОШ»", new SchoolYear(2026), "Лебедева К. О.", "директор",
        [
            NavEntry.Today, NavEntry.Inbox with { Count = 7 }, NavEntry.Roadmap, NavEntry.Pairs,
            NavEntry.Documents, NavEntry.People, NavEntry.Import, NavEntry.Mail,
        ],
        IsDemonstration: true);

    /// <summary>As it runs with a user, on a data folder of its own, and nothing that wakes by itself.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production").UseSetting("MENTORSHIP_DATA", _folder).UseSetting("Waking", "false").ConfigureTestServices(services =>
    {
        if (shell is not null) services.AddScoped(_ => new Session { Shell = shell });
        services.AddSingleton(Restart);
        services.AddTransient<IStartupFilter, FaultyAddress>();
    });

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An address where something breaks, as a bug would.</summary>
    private sealed class FaultyAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.UseEndpoints(endpoints => endpoints.Map("/fault", string () => throw new InvalidOperationException("secret detail")).AllowAnonymous());
        };
    }
}
