using Mentorship.UseCases;
using Mentorship.Workload;
using Microsoft.Extensions.DependencyInjection;

// Mentorship.Workload FOLDER: a school that works without a pause, to be killed.
// Mentorship.Workload FOLDER finish: brings what was begun to its end.
ServiceCollection services = new();
services.AddLogging();
services.AddMentorship(new MentorshipSettings { DataFolder = args[0] });
await using ServiceProvider installation = services.BuildServiceProvider();
BusySchool school = await BusySchool.OpenAsync(installation);
if (args is [_, "finish"]) await school.FinishAsync();
else await school.WorkAsync();
