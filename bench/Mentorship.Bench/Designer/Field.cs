using Mentorship.Flow;

namespace Mentorship.Bench.Designer;

/// <summary>A field of steps in rows, each leading to the next, with a way back in every row: people, deadlines, and a role that nobody holds, so that there is much to say about it.</summary>
internal static class Field
{
    public const int Steps = 300;
    private const int Columns = 20;

    public static ProcessDefinition Definition()
    {
        DefinitionBuilder builder = new("00000000000000b1", "field", "Триста шагов");
        builder.Root.Add("Elsa.Start", "start", "Начало").At(-400, 0);
        for (int i = 0; i < Steps; i++)
        {
            bool approval = i % 7 == 3;
            builder.Root.Add(approval ? "Mentorship.Approval" : "Mentorship.Task", $"n{i}", $"Шаг {i + 1}: подготовить и согласовать").At(i % Columns * 360, i / Columns * 160)
                .Text(approval ? "approver" : "assignee", i % 5 == 0 ? "role:secretary" : "role:curator").Text("deadline", approval ? "3 рабочих дня" : $"до {i % 28 + 1} октября");
            builder.Root.Connect(i == 0 ? "start" : $"n{i - 1}", $"n{i}", i > 0 && (i - 1) % 7 == 3 ? "Approved" : "Done");
            if (approval) builder.Root.Connect($"n{i}", $"n{i - 2}", "Returned");
        }
        return builder.Build();
    }
}
