package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The desktop, as the command line finds it with {@link java.util.ServiceLoader}: this module knows no windows. */
public interface Desktop {

    /**
     * Opens the window and returns when it was closed.
     *
     * @param study folder of the study to open at once
     * @param locale language of the interface, unless its user has chosen another in the window before
     * @return exit code of the program: 0, or 2 with a message on the error stream where there is no display
     */
    int open(Optional<Path> study, Locale locale);
}
