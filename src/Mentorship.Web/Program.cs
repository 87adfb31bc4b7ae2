using Mentorship.UseCases;
using Mentorship.Web.Hosting;
using Mentorship.Web.Pages.Decide;

// A demonstration that is opened or closed changes the folder that is served: then the host is built anew.
Restart restart;
do
{
    restart = new Restart();
    WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    MentorshipSettings settings = Settings.Read(builder.Configuration);
    builder.AddAddress();
    builder.AddPages();
    builder.Services.AddMentorship(settings);
    builder.Services.AddEntering();
    builder.Services.AddDemonstrations(settings, restart);
    builder.Services.AddHealth();
    builder.AddWaking(settings);

    WebApplication app = builder.Build();
    await app.PrepareAsync();
    app.UseSecurityHeaders();
    app.UseTroublePages();
    app.UseRussian();
    app.UseEntering();
    app.UseAntiforgery();
    app.MapHealth();
    app.MapDecide();
    app.MapTaskFiles();
    app.MapPages();
    await app.RunAsync();
}
while (restart.CarryOut());
