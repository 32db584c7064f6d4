namespace Stemma.Tests.Attributions;

/// <summary>One row a pattern: text, then "source | cue | content" of each attribution in text order.</summary>
public sealed class AttributionExtractorTests
{
    [Theory]
    [InlineData("The minister said the dam would be closed.", "The minister | said | the dam would be closed")]
    [InlineData("The minister said on Monday that the dam would be closed.", "The minister | said | that the dam would be closed")]
    [InlineData("The dam would be closed, the minister said on Monday, after engineers found a crack.", "the minister | said | The dam would be closed … after engineers found a crack")]
    [InlineData("The dam is closed, the minister said.", "the minister | said | The dam is closed")]
    [InlineData("The crack, the minister said, was old.", "the minister | said | The crack … was old")]
    [InlineData("As the minister said, the crack was old.", "the minister | said | the crack was old")]
    [InlineData("The minister said in a statement that the crack was old.", "The minister | said in a statement | that the crack was old")]
    [InlineData("In a statement, the minister said the crack was old.", "the minister | said | the crack was old")]
    [InlineData("Speaking in Tresk, the minister said the crack was old.", "the minister | said | the crack was old")]
    [InlineData("The minister, who visited the dam in May, said the crack was old.", "The minister, who visited the dam in May | said | the crack was old")]
    [InlineData("Orla Brandt, the mayor of Tresk, said the town would rebuild.", "Orla Brandt, the mayor of Tresk | said | the town would rebuild")]
    [InlineData("The mayor told reporters that the bridge would reopen in May.", "The mayor | told | that the bridge would reopen in May")]
    [InlineData("Brandt told a packed hall on Friday that nobody had been warned.", "Brandt | told | that nobody had been warned")]
    [InlineData("Engineers warned that the wall could fail within days.", "Engineers | warned | that the wall could fail within days")]
    [InlineData("A person familiar with the survey said it had been finished in June.", "A person familiar with the survey | said | it had been finished in June")]
    [InlineData("Sources close to the palace say the king is ill.", "Sources close to the palace | say | the king is ill")]
    [InlineData("The wall was built in haste, engineers believe.", "engineers | believe | The wall was built in haste")]
    [InlineData("A flood that experts say was caused by the dam has destroyed the mill.", "experts | say | that … was caused by the dam")]
    [InlineData("The company that runs the ferries to the islands said the ship was sound.", "The company that runs the ferries to the islands | said | the ship was sound")]
    [InlineData("The man who owns the house on the hill told police that he was asleep.", "The man who owns the house on the hill | told | that he was asleep")]
    [InlineData("Waste from the plant is in the river, Coast Live reports.", "Coast Live | reports | Waste from the plant is in the river")]
    [InlineData("The minister spoke of eight dead soldiers.", "The minister | spoke of | eight dead soldiers")]
    [InlineData("Train bound for the border, Seoul says", "Seoul | says | Train bound for the border")]
    public void Indirect_speech(string text, string expected) => Same(text, expected);

    [Fact]
    public void Who_says_so_by_his_own_account_says_what_follows_too()
    {
        const string text = "The army lost eight men at Kolt, by its own account, and says it killed five times as many.";
        Assert.Equal(["The army", "The army"], Read.Layer(text).Attributions.Select(a => Read.Words(text, a.Source)));
    }

    [Fact]
    public void A_subject_behind_a_comma_has_left_the_relative_clause()
    {
        const string text = "The minister resigned over a stake in a builder that he had not declared, two days after an official in his office told the agency that he would go.";
        string source = Assert.Single(Read.Layer(text).Attributions.Select(a => Read.Words(text, a.Source)));
        Assert.EndsWith("an official in his office", source, StringComparison.Ordinal);
        Assert.DoesNotContain("builder", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rumours that the dam had failed spread through the town.")]
    [InlineData("Reports that the dam had failed are wrong, the minister said.")]
    public void A_noun_that_attributes_may_be_the_first_word_of_all(string text) =>
        Assert.Contains(text.Split(' ')[0], Read.Layer(text).Attributions.Select(a => Read.Words(text, a.Cue)));

    [Theory]
    [InlineData("\"The quay is closed,\" said harbour master Olin Brask.", "harbour master Olin Brask | said | \"The quay is closed,\"")]
    [InlineData("\"We shall rebuild,\" said Orla Brandt, the mayor of Tresk.", "Orla Brandt, the mayor of Tresk | said | \"We shall rebuild,\"")]
    [InlineData("\"It came up to the windows,\" Brandt said, \"and then it stopped.\"", "Brandt | said | \"It came up to the windows,\" … \"and then it stopped.\"")]
    [InlineData("\"The dam is sound,\" the minister said. \"We tested it twice.\"", "the minister | said | \"The dam is sound,\" … \"We tested it twice.\"")]
    [InlineData("“We’ve lost the mill,” said Anders Holt, 61. “My father built it.”", "Anders Holt, 61 | said | “We’ve lost the mill,” … “My father built it.”")]
    [InlineData("‘We’ve lost the mill,’ Holt said.", "Holt | said | ‘We’ve lost the mill,’")]
    [InlineData("Mr Holt wrote that \"the mill was my father's\".", "Mr Holt | wrote | that \"the mill was my father's\"")]
    [InlineData("\"No,\" he said.", "he | said | \"No,\"")]
    [InlineData("Seoul “expects that the train will arrive on Friday”, it said.", "Seoul | expects | that the train will arrive on Friday\nit | said | Seoul “expects that the train will arrive on Friday”")]
    public void Direct_and_mixed_quotation(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("According to the harbour master, the quay was closed.", "the harbour master | According to | the quay was closed")]
    [InlineData("The quay was closed, according to the harbour master.", "the harbour master | according to | The quay was closed")]
    [InlineData("According to a survey published in May, half of the town's cellars are damp.", "a survey published in May | According to | half of the town's cellars are damp")]
    [InlineData("The rebels hold the bridge, according to a statement carried by the state agency.", "a statement carried by the state agency | according to | The rebels hold the bridge")]
    [InlineData("According to the state of the inquiry, the data of two customers are lost.", "the state of the inquiry | According to | the data of two customers are lost")]
    [InlineData("In the words of one engineer, the wall was a biscuit.", "one engineer | In the words of | the wall was a biscuit")]
    [InlineData("The wall is believed to have been built in haste.", " | is believed | The wall … to have been built in haste")]
    [InlineData("The wall is expected to hold until spring.", " | is expected | The wall … to hold until spring")]
    [InlineData("It is feared that forty sheep were lost.", " | is feared | that forty sheep were lost")]
    [InlineData("The mayor is reportedly on holiday.", " | reportedly | The mayor is … on holiday")]
    [InlineData("The governor was quoted as saying that the road was open.", "The governor | was quoted as saying | that the road was open")]
    [InlineData("There were rumours that the dam had cracked.", " | rumours | that the dam had cracked")]
    [InlineData("The minister's claim that the dam was safe angered the town.", "The minister | claim | that the dam was safe")]
    [InlineData("Documents show that the firm knew of the crack.", "Documents | show | that the firm knew of the crack")]
    [InlineData("Records reviewed by the Herald showed the firm had been fined.", "Records reviewed by the Herald | showed | the firm had been fined")]
    public void Other_ways_to_attribute(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("The crack was old, the minister said, adding that it would be filled.", "the minister | said | The crack was old\nthe minister | adding | that it would be filled")]
    [InlineData("The minister said the crack was old and added that it would be filled.", "The minister | said | the crack was old\nThe minister | added | that it would be filled")]
    [InlineData("The minister said the crack was old, but the union said it was new.", "The minister | said | the crack was old\nthe union | said | it was new")]
    [InlineData("While the governor would not say when the dam was built, the builder said it met every rule.", "the governor | would not say | when the dam was built\nthe builder | said | it met every rule")]
    public void One_speakers_words_end_where_anothers_begin(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("The treaty was signed, something both capitals have denied.", "both capitals | have denied | The treaty was signed")]
    [InlineData("They hired foreign pilots, a charge the air force rejects.", "the air force | rejects | They hired foreign pilots")]
    [InlineData("The company has denied claims that its trucks caused the damage.", "The company | has denied | that its trucks caused the damage")]
    [InlineData("The ministry rejected reports that a third bridge was unsafe.", "The ministry | rejected | that a third bridge was unsafe")]
    [InlineData("The drought that farmers feared has come.", "farmers | feared | The drought")]
    public void A_denial_points_at_what_it_denies(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("The quay was rebuilt in 1974 and has four cranes.")]
    [InlineData("Her reports were filed in a drawer, and the notes were lost.")]
    [InlineData("He folded the map.")]
    [InlineData("The notes were added to the file, and the claims were paid.")]
    [InlineData("The firm reports to the water board.")]
    [InlineData("The town's old cinema shows films on Friday.")]
    [InlineData("The new rules say a lot about the town.")]
    [InlineData("The town was told to leave.")]
    [InlineData("It was unclear how old the crack was.")]
    [InlineData("The so-called \"golden mile\" is closed.")]
    [InlineData("Its signals were out of order and the answer came late.")]
    [InlineData("The crossing takes 50 minutes and is the only link for some 2,000 commuters.")]
    [InlineData("A gale warning had been in force since noon.")]
    [InlineData("The alleged thief was led away.")]
    [InlineData("Four reports on the flood lay on the expected route of the parade.")]
    public void What_nobody_is_quoted_for_stays_the_reports_own(string text) =>
        Assert.Empty(Read.Lines(text));

    private static void Same(string text, string expected) => Assert.Equal(expected, string.Join("\n", Read.Lines(text)));
}
