return await BiweeklyBudget.Hosting.Running.HostProgram.RunAsync(args);
