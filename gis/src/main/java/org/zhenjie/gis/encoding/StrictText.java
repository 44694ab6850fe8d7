package org.zhenjie.gis.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Decoding that says no instead of putting replacement characters. */
public final class StrictText {
    private static final int LONGEST_CHARACTER = 4;

    private StrictText() {}

    /**
     * The text of the bytes.
     *
     * @param cut whether a character cut off at the very end is dropped (fields of fixed width cut where they end)
     * @return empty where the bytes are not in that charset
     */
    public static Optional<String> decode(byte[] bytes, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        boolean onlyTailLost = cut && result.isMalformed() && in.remaining() < LONGEST_CHARACTER;
        if (result.isError() && !(onlyTailLost && isPrefix(in, charset))) {
            return Optional.empty();
        }
        decoder.flush(out);
        return Optional.of(out.flip().toString());
    }

    /** Whether the rest is the beginning of a character: told so by a decoder that still expects more input. */
    private static boolean isPrefix(ByteBuffer rest, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        return decoder.decode(rest.duplicate(), CharBuffer.allocate(LONGEST_CHARACTER), false)
                .isUnderflow();
    }
}
