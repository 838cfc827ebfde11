return await BiweeklyBudget.InitDb.InitDbCommand.RunAsync(args);
