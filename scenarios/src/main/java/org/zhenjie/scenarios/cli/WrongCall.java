package org.zhenjie.scenarios.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a call, in the user's language, and where help is. */
final class WrongCall implements IParameterExceptionHandler {
    private final Call call;

    WrongCall(Call call) {
        this.call = call;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        call.notice("call.wrong", text(wrong));
        call.notice("call.help", command.getCommandSpec().qualifiedName(" "));
        return ExitCode.INPUT;
    }

    private String text(ParameterException wrong) {
        CliTexts texts = call.texts();
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.get(
                    "call.missing",
                    missing.getMissing().stream().map(WrongCall::name).collect(Collectors.joining(" ")));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String suggestions = unmatched.getSuggestions().stream()
                    .map(one -> one.replace(" ", ""))
                    .limit(3)
                    .collect(Collectors.joining(" "));
            String unknown = String.join(" ", unmatched.getUnmatched());
            return suggestions.isEmpty()
                    ? texts.get("call.unknown", unknown)
                    : texts.get("call.unknownSuggest", unknown, suggestions);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return texts.get("call.value", wrong.getValue(), name(argument), expected(argument));
        }
        return argument == null ? wrong.getMessage() : texts.get("call.argument", name(argument));
    }

    private String expected(ArgSpec argument) {
        Class<?> type = argument.typeInfo().isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(one -> one.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
        }
        if (type.isPrimitive()) {
            return call.texts().get("call.expected.number");
        }
        return call.texts().get("call.expected." + type.getSimpleName());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
