package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import org.zhenjie.gis.encoding.Charsets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A charset by any of the names that people give it, such as GBK, 936 or UTF-8. */
final class CharsetName implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
        return Charsets.named(name).orElseThrow(() -> new TypeConversionException(name));
    }
}
