using Crosscheck.Language.Encoding;
using Xunit;

namespace Crosscheck.Tests.Language.Encoding;

public sealed class DenseLayerTests
{
    private readonly ProductSpace _space = new();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 33, 5)]
    [InlineData(32, 12, 64)]
    [InlineData(65, 100, 37)]
    [InlineData(3, 250, 129)]
    public void A_product_is_a_chain_of_fused_multiply_adds_on_every_width(int m, int n, int k)
    {
        var random = new Random(m + n + k);
        var (a, b) = (Numbers(random, m * k), Numbers(random, n * k));
        var expected = new float[m * n];
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
                for (var l = 0; l < k; l++)
                    expected[(i * n) + j] = MathF.FusedMultiplyAdd(a[(i * k) + l], b[(j * k) + l], expected[(i * n) + j]);
        foreach (var kernel in Kernel.All)
        {
            var c = new float[m * n];
            MatrixProduct.Transposed(a, m, b, n, k, c, _space, kernel);
            Assert.Equal(expected, c);
        }
    }

    [Fact]
    public void A_layer_adds_its_bias_and_may_write_over_its_input()
    {
        var layer = DenseLayer.Load(TinyEncoder.File, "layer.0.value");
        var weight = TinyEncoder.File.Tensor("layer.0.value.weight").ToArray();
        var bias = TinyEncoder.File.Tensor("layer.0.value.bias").ToArray();
        var rows = Numbers(new Random(1), 3 * layer.Inputs);
        var input = (float[])rows.Clone();
        layer.Apply(rows, 3, rows, _space);
        for (var row = 0; row < 3; row++)
        {
            for (var output = 0; output < layer.Outputs; output++)
            {
                var sum = (double)bias[output];
                for (var i = 0; i < layer.Inputs; i++) sum += (double)weight[(output * layer.Inputs) + i] * input[(row * layer.Inputs) + i];
                Assert.Equal(sum, rows[(row * layer.Outputs) + output], 1e-5);
            }
        }
    }

    [Fact]
    public void Layers_read_as_one_stand_one_behind_another()
    {
        var both = DenseLayer.Load(TinyEncoder.File, ["layer.0.value", "layer.0.up"]);
        var up = DenseLayer.Load(TinyEncoder.File, "layer.0.up");
        var rows = Numbers(new Random(2), 40 * both.Inputs);
        var (wide, narrow) = (new float[40 * both.Outputs], new float[40 * up.Outputs]);
        both.Apply(rows, 40, wide, _space);
        up.Apply(rows, 40, narrow, _space);
        for (var row = 0; row < 40; row++)
            Assert.Equal(narrow[(row * up.Outputs)..((row + 1) * up.Outputs)], wide[((row + 1) * both.Outputs - up.Outputs)..((row + 1) * both.Outputs)]);
    }

    [Fact]
    public void A_layer_that_is_not_there_or_not_a_matrix_breaks_the_install()
    {
        Assert.Throws<InvalidOperationException>(() => DenseLayer.Load(TinyEncoder.File, "layer.9.value"));
        Assert.Throws<InvalidOperationException>(() => DenseLayer.Load(TinyEncoder.File, "layer.0.output_norm"));
        Assert.Throws<InvalidOperationException>(() => DenseLayer.Load(TinyEncoder.File, ["layer.0.value", "layer.0.down"]));
    }

    private static float[] Numbers(Random random, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) numbers[i] = (random.NextSingle() * 2) - 1;
        return numbers;
    }
}
