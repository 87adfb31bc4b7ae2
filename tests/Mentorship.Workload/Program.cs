using System.Globalization;
using Mentorship.UseCases;
using Mentorship.Workload;
using Microsoft.Extensions.DependencyInjection;

// Mentorship.Workload FOLDER PORT: a school that works without a pause, to be killed; its mails go to that port.
// Mentorship.Workload FOLDER PORT finish: brings what was begun to its end.
ServiceCollection services = new();
services.AddLogging();
services.AddMentorship(new MentorshipSettings { DataFolder = args[0], Smtp = new SmtpSettings("127.0.0.1", int.Parse(args[1], CultureInfo.InvariantCulture), null, null, "school@school.example.org", false) });
await using ServiceProvider installation = services.BuildServiceProvider();
BusySchool school = await BusySchool.OpenAsync(installation);
if (args is [_, _, "finish"]) await school.FinishAsync();
else await school.WorkAsync();
