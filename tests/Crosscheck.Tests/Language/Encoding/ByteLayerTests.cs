using Crosscheck.Language.Encoding;
using Xunit;

namespace Crosscheck.Tests.Language.Encoding;

public sealed class ByteLayerTests
{
    private const int Pieces = 40;

    [Theory]
    [InlineData(4, 12)]
    [InlineData(128, 5)]
    [InlineData(134, 13)]
    [InlineData(515, 30)]
    public void Numbers_that_bytes_hold_are_multiplied_exactly_on_every_width(int inputs, int outputs)
    {
        var random = new Random(inputs);
        var input = new float[Pieces * inputs];
        for (var i = 0; i < input.Length; i++) input[i] = random.Next(3) == 0 ? 255 : random.Next(256);
        var weights = new float[outputs][];
        for (var o = 0; o < outputs; o++)
        {
            weights[o] = new float[inputs];
            for (var i = 0; i + 1 < inputs; i += 2)
            {
                // Full pairs, the hardest for 16-bit sums; half of them with equal signs.
                var first = random.Next(128);
                weights[o][i] = random.Next(2) == 0 ? first : -first;
                weights[o][i + 1] = random.Next(2) == 0 ? 127 - first : first - 127;
            }
        }

        // Each block of each piece spans all bytes, so that a step is worth 1.
        for (var p = 0; p < Pieces; p++)
        {
            for (var first = 0; first < inputs; first += ByteStrips.Block)
            {
                input[(p * inputs) + first] = 0;
                input[(p * inputs) + first + 1] = 255;
            }
        }

        foreach (var kernel in Kernel.All)
        {
            var output = Multiply(kernel, input, inputs, weights);
            for (var p = 0; p < Pieces; p++)
            {
                for (var o = 0; o < outputs; o++)
                {
                    var sum = o;
                    for (var i = 0; i < inputs; i++) sum += (int)weights[o][i] * (int)input[(p * inputs) + i];
                    Assert.Equal(sum, output[(p * outputs) + o]);
                }
            }
        }
    }

    [Fact]
    public void The_error_is_within_half_a_step_of_each_factor()
    {
        const int Inputs = 300;
        const int Outputs = 24;
        var random = new Random(9);
        var input = new float[Pieces * Inputs];
        for (var i = 0; i < input.Length; i++) input[i] = (random.NextSingle() - .3f) * 4;
        var weights = new float[Outputs][];
        for (var o = 0; o < Outputs; o++) weights[o] = [.. Enumerable.Range(0, Inputs).Select(_ => random.NextSingle() - .5f)];
        var output = Multiply(Kernel.Best, input, Inputs, weights);
        const double InputStep = 4 / 255.0;
        const double WeightStep = 1 / 127.0;
        for (var p = 0; p < Pieces; p++)
        {
            for (var o = 0; o < Outputs; o++)
            {
                double sum = o, bound = 1e-3;
                for (var i = 0; i < Inputs; i++)
                {
                    sum += (double)weights[o][i] * input[(p * Inputs) + i];
                    bound += (Math.Abs(weights[o][i]) * InputStep / 2) + ((Math.Abs(input[(p * Inputs) + i]) + InputStep) * WeightStep / 2);
                }

                Assert.InRange(output[(p * Outputs) + o], sum - bound, sum + bound);
            }
        }
    }

    [Fact]
    public void A_piece_of_equal_features_is_exact()
    {
        float[] input = [.. Enumerable.Repeat(3f, 8), .. new float[(Pieces - 1) * 8]];
        var output = Multiply(Kernel.Best, input, 8, [[127, 0, 1, 2, 3, 4, 5, -6]]);
        Assert.Equal(408, output[0], 1e-3);
        Assert.Equal(0, output[1]);
    }

    /// <summary>Output o has the bias o.</summary>
    private static float[] Multiply(Kernel kernel, float[] input, int inputs, float[][] weights)
    {
        var strips = new float[Strips.Count(weights.Length) * ByteStrips.Length(inputs)];
        for (var o = 0; o < weights.Length; o++) ByteStrips.SetOutput(strips, o, weights[o], o);
        var (sheet, bytes, result) = (new Sheet(), new ByteSheet(), new Sheet());
        sheet.Resize(inputs, Pieces);
        sheet.Fill(input);
        bytes.Fill(sheet, inputs, kernel);
        result.Resize(weights.Length, Pieces);
        kernel.Multiply(strips, bytes, result, Activation.None);
        var output = new float[Pieces * weights.Length];
        result.CopyTo(output);
        return output;
    }
}
