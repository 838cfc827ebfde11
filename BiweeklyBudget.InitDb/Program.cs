return await BiweeklyBudget.InitDb.InitDbCommand.RunAsync(args, BiweeklyBudget.InitDb.Surroundings.OfProcess());
