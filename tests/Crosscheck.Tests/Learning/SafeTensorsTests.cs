using System.Buffers.Binary;
using System.Text;
using Crosscheck.Learning;
using Xunit;

namespace Crosscheck.Tests.Learning;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Every_type_is_read_with_its_shape()
    {
        byte[] numbers =
        [
            .. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f), .. BitConverter.GetBytes((Half)0.25), .. BitConverter.GetBytes((Half)(-65504)),
            .. BitConverter.GetBytes(70000), 200, 3, 0xFF, 5, 4, 0x80, .. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(2f),
        ];
        Write(
            """
            {"__metadata__":{"width":"3"},"f":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"h":{"dtype":"F16","shape":[1,2],"data_offsets":[8,12]},
             "i":{"dtype":"I32","shape":[],"data_offsets":[12,16]},"u":{"dtype":"U8","shape":[2],"data_offsets":[16,18]},
             "b":{"dtype":"I8","shape":[2,2],"data_offsets":[18,22]},"b.scale":{"dtype":"F32","shape":[2],"data_offsets":[22,30]},
             "other":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}
            """,
            numbers);
        using var file = SafeTensors.Open(_path);
        Assert.Equal("3", file.Metadata["width"]);
        Assert.Equal(["b", "b.scale", "f", "h", "i", "u"], file.Names);
        Assert.Equal([1.5f, -2], file.Tensor("f").ToArray());
        Assert.Equal([0.25f, -65504], file.Tensor("h").ToArray());
        Assert.Equal([70000], file.Tensor("i").ToArray());
        Assert.Equal([200, 3], file.Tensor("u").ToArray());
        Assert.Equal([-.5f, 2.5f, 8, -256], file.Tensor("b").ToArray());
        Assert.Equal([2, 2], file.Tensor("b").Shape);
        var row = new float[2];
        file.Tensor("b").ReadRow(1, row);
        Assert.Equal([8, -256], row);
        var bytes = new sbyte[2];
        file.Tensor("b").ReadRow(1, bytes);
        Assert.Equal([4, -128], bytes);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Tensor("b").ReadRow(2, new float[2]));
        Assert.Throws<InvalidOperationException>(() => file.Tensor("f").Expect(3));
        Assert.Contains("lack 'other'", Assert.Throws<InvalidOperationException>(() => file.Tensor("other")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_half_is_widened_exactly()
    {
        byte[] numbers = [.. Enumerable.Range(0, 65_536).SelectMany(i => BitConverter.GetBytes((ushort)i))];
        Write("""{"h":{"dtype":"F16","shape":[65536],"data_offsets":[0,131072]}}""", numbers);
        using var file = SafeTensors.Open(_path);
        var widened = file.Tensor("h").ToArray();
        for (var i = 0; i < widened.Length; i++) Assert.Equal((float)BitConverter.UInt16BitsToHalf((ushort)i), widened[i]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":"2","data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"__metadata__":{"a":1}}""")]
    public void A_damaged_header_breaks_the_install(string header)
    {
        Write(header, new byte[8]);
        Assert.Contains("the install is broken", Assert.Throws<InvalidOperationException>(() => SafeTensors.Open(_path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 0, 0 })]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, (byte)'{', (byte)'}' })]
    public void A_cut_file_breaks_the_install(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        Assert.Contains("the install is broken", Assert.Throws<InvalidOperationException>(() => SafeTensors.Open(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("no-such", Assert.Throws<InvalidOperationException>(() => SafeTensors.Open("no-such.safetensors")).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(_path);

    private void Write(string header, byte[] numbers)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        File.WriteAllBytes(_path, [.. length, .. text, .. numbers]);
    }
}
