using Mentorship.Web.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddAddress();
builder.AddPages();
builder.Services.AddHealth();

WebApplication app = builder.Build();
app.UseSecurityHeaders();
app.UseTroublePages();
app.UseRussian();
app.UseAntiforgery();
app.MapHealth();
app.MapPages();
app.Run();
