namespace Crosscheck.Training.Language;

/// <summary>The command <c>lemmas FOLDER TREEBANK...</c>.</summary>
internal static class LemmaTrainer
{
    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: train lemmas FOLDER TREEBANK.conllu[.gz]...");
            return 2;
        }

        LemmaTraining.Train(Treebank.Read(args[1..])).Write(args[0]);
        return 0;
    }
}
