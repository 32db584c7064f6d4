using System.Globalization;
using Stemma.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["speed", .. var from]:
        AnalysePolnearDevTexts.Run(Texts.Find(from));
        return 0;
    case ["stages", .. var from]:
        AnnotateByStage.Run(Texts.Find(from));
        return 0;
    case ["times", .. var from]:
        FindTimesAndQuantities.Run(Texts.Find(from));
        return 0;
    case ["weigh", .. var from]:
        WeighOneStory.Run(Texts.Find(from));
        return 0;
    case ["memory", .. var from]:
        LoadedEngineMemory.Run(Texts.Find(from));
        return 0;
    case ["grouping", .. var from]:
        GroupSyntheticStream.Run(Texts.Find(from));
        return 0;
    case ["archive", "make", var path, var megabytes, var folder]:
        WebArchive.Make(path, int.Parse(megabytes, CultureInfo.InvariantCulture), folder);
        return 0;
    case ["archive", "read", var path]:
        WebArchive.Read(path);
        return 0;
    case ["store", var store, var size, .. var from]:
        await FillStore.RunAsync(Texts.Find(from), store, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    case ["asked", .. var from]:
        await AskPages.RunAsync(Texts.Find(from));
        return 0;
    case ["story", var store, var size, .. var from]:
        await AskPages.MakeAsync(Texts.Find(from), store, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    case ["fill", var store, var size, .. var from]:
        await ServeStore.FillAsync(Texts.Find(from), store, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    case ["serve", var store]:
        await ServeStore.RunAsync(store);
        return 0;
    case ["texts", .. var from]:
        Texts.Find(from).WriteTo(Console.OpenStandardOutput());
        return 0;
    case ["rounds", var file, "all" or "no-trees"]:
        Rounds.Serve(Texts.Find([file]), trees: args[2] == "all");
        return 0;
    case ["pages", string folder]:
        ReadPages.Run(folder);
        return 0;
    case ["page-rounds", string folder]:
        ReadPages.Serve(folder);
        return 0;
    default:
        Console.Error.WriteLine("usage: speed [TEXTS] | stages [TEXTS] | times [TEXTS] | weigh [TEXTS] | memory [TEXTS] | grouping [TEXTS...] | store STORE SIZE [TEXTS...] | fill STORE SIZE [TEXTS...] | serve STORE | asked [TEXTS] | story STORE SIZE [TEXTS] | archive make FILE.warc[.gz] MEGABYTES PAGES | archive read FILE | pages FOLDER | page-rounds FOLDER | texts [TEXTS] | rounds TEXTS all|no-trees   (TEXTS: JSON Lines with a field text, gzipped or not)");
        return 2;
}
