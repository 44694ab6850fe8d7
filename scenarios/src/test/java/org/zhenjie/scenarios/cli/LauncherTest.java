package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./zhenjie}, with a Java and a Maven that only say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "zhenjie.cmd is the launcher there")
class LauncherTest {
    private static final List<String> TOOLS =
            List.of("sh", "sed", "head", "dirname", "readlink", "find", "touch", "mkdir");

    @TempDir
    Path temp;

    private Path home;
    private Path tools;
    private Path jar;
    private final Map<String, String> locale = new HashMap<>();

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void checkout() throws IOException {
        home = Files.createDirectories(temp.resolve("a checkout"));
        tools = Files.createDirectories(temp.resolve("tools"));
        jar = home.resolve("ui/target/dist/zhenjie.jar");
        Files.copy(Path.of(System.getProperty("zhenjie.root"), "zhenjie"), home.resolve("zhenjie"));
        executable(home.resolve("zhenjie"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("ui/src/main/java"));
        Files.writeString(home.resolve("ui/pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), find(tool));
        }
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script);
        executable(file);
    }

    private void java(String version) throws IOException {
        tool(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2025-04-15' >&2; exit 0; fi\n"
                        + "for arg in \"$@\"; do echo \"[$arg]\"; done\nexit 7\n");
        tool("javac", "");
    }

    /** A Java that says in which locale it was called. */
    private void javaThatTellsItsLocale() throws IOException {
        java("17.0.15");
        tool(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.15\" 2025-04-15' >&2; exit 0; fi\n"
                        + "echo \"all=${LC_ALL:-} ctype=${LC_CTYPE:-}\"\n");
        built(Instant.now().plusSeconds(60));
    }

    private void maven() throws IOException {
        tool("mvn", "echo maven \"$@\"; mkdir -p ui/target/dist; echo jar > ui/target/dist/zhenjie.jar\n");
    }

    private void built(Instant when) throws IOException {
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        Files.setLastModifiedTime(jar, FileTime.from(when));
    }

    private Run run(Path launcher, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = process.environment();
        environment.clear();
        environment.put("PATH", tools.toString());
        environment.putAll(locale);
        int code = process.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private Run run(String... args) throws Exception {
        return run(home.resolve("zhenjie"), args);
    }

    @Test
    void builds_what_was_never_built_then_runs_it_with_all_arguments_and_its_exit_code() throws Exception {
        java("17.0.15");
        maven();
        Run run = run("solve", "my city", "--scenario", "");
        assertThat(run.err()).contains("building", "maven", "package");
        assertThat(run.out())
                .contains("[-cp]\n[" + jar + ":" + jar.resolveSibling("extras")
                        + "/*]\n[org.zhenjie.scenarios.cli.Main]\n[solve]\n[my city]\n[--scenario]\n[]\n");
        assertThat(run.code()).isEqualTo(7);
    }

    @Test
    void a_built_program_is_not_built_again() throws Exception {
        java("21");
        maven();
        built(Instant.now().plusSeconds(60));
        assertThat(run("--version").err()).isEmpty();
    }

    @Test
    void a_source_newer_than_the_program_makes_it_build_again() throws Exception {
        java("17.0.15");
        maven();
        built(Instant.now().minusSeconds(3600));
        Files.writeString(home.resolve("ui/src/main/java/New.java"), "class New {}");
        assertThat(run("--version").err()).contains("maven");
        assertThat(run("--version").err()).doesNotContain("maven");
    }

    @Test
    void a_built_program_runs_without_maven() throws Exception {
        java("17.0.15");
        built(Instant.now().minusSeconds(3600));
        Run run = run("--version");
        assertThat(run.out()).contains("[--version]");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void runs_through_symbolic_links() throws Exception {
        java("17.0.15");
        built(Instant.now().plusSeconds(60));
        Path one = Files.createSymbolicLink(home.resolve("link"), Path.of("zhenjie"));
        Path other = Files.createSymbolicLink(temp.resolve("zj"), one);
        assertThat(run(other, "--version").out()).contains("[" + jar.toRealPath() + ":");
    }

    @Test
    void a_locale_that_is_not_installed_does_not_keep_java_from_reading_chinese_file_names() throws Exception {
        javaThatTellsItsLocale();
        tool("locale", "echo ANSI_X3.4-1968\n");
        locale.put("LC_ALL", "zh_CN.UTF-8");
        assertThat(run("--version").out()).isEqualToIgnoringNewLines("all= ctype=C.UTF-8");
    }

    @Test
    void a_locale_that_is_installed_is_kept() throws Exception {
        javaThatTellsItsLocale();
        tool("locale", "echo UTF-8\n");
        locale.put("LC_ALL", "zh_CN.UTF-8");
        assertThat(run("--version").out()).isEqualToIgnoringNewLines("all=zh_CN.UTF-8 ctype=");
    }

    @Test
    void without_java_it_says_what_to_install() throws Exception {
        Run run = run("--version");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no Java was found", "JDK 17", "JAVA_HOME");
    }

    @Test
    void an_old_java_is_named() throws Exception {
        java("1.8.0_402");
        Run run = run("--version");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("this is Java 8", "JDK 17");
    }

    @Test
    void without_maven_and_without_a_built_program_it_says_what_to_install() throws Exception {
        java("17.0.15");
        Run run = run("--version");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Maven 3.8");
    }

    @Test
    void a_java_that_cannot_compile_is_told_apart() throws Exception {
        java("17.0.15");
        maven();
        Files.delete(tools.resolve("javac"));
        Run run = run("--version");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("cannot compile", "not a JRE");
    }

    @Test
    void a_build_that_fails_ends_with_70() throws Exception {
        java("17.0.15");
        tool("mvn", "echo no network; exit 1\n");
        Run run = run("--version");
        assertThat(run.code()).isEqualTo(70);
        assertThat(run.err()).contains("no network", "the build failed");
    }
}
