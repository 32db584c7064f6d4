using Stemma.Cli;

using Terminal terminal = Terminal.OfProcess();
return await StemmaCommand.RunAsync(args, terminal);
