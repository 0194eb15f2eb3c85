package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final String PROGRESS = "Building Pilcrow (first use, about a minute)…\n";

    private Path folder;
    private FakeProject project;

    @BeforeEach
    void makeProject(@TempDir Path temporary) throws IOException {
        folder = temporary;
        project = new FakeProject(folder.resolve("a project"));
        project.ageAll(-60);
    }

    @Test
    void buildsOnFirstUseAndSaysSoInOneLine() throws IOException {
        Shell first = project.run("pilcrow ask 问题");
        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEqualTo(PROGRESS);
        assertThat(first.out()).contains("<dev.pilcrow.Main>", "<ask>\n<问题>\n");
        assertThat(Files.readString(project.file("mvn.log"))).isEqualTo("-B -q -DskipTests package\n");

        Shell second = project.run("pilcrow ask 问题");
        assertThat(second.err()).isEmpty();
        assertThat(project.builds()).isEqualTo(1);
    }

    @Test
    void passesEveryArgumentOnAsItIs() {
        Shell shell = project.run("pilcrow ask '两个 词' '*' '' \"it's\" '--x=y z' '$HOME' 2>/dev/null");
        assertThat(shell.out()).endsWith("<ask>\n<两个 词>\n<*>\n<>\n<it's>\n<--x=y z>\n<$HOME>\n");
    }

    @Test
    void startsFromAnyFolderAndThroughALink() {
        Shell shell = project.run("pilcrow 2>/dev/null >/dev/null", "cd /", "mkdir -p '" + folder + "/bin'",
                "/bin/ln -s ../'a project'/deploy/pilcrow '" + folder + "/bin/p'", "'" + folder + "/bin/p' ask x");
        assertThat(shell.exit()).isZero();
        assertThat(shell.out()).contains("<" + project.file("target/pilcrow.jar") + ">", "<ask>\n<x>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/Source.java", "src/main", "prompts/en.properties"})
    void buildsAgainWhenASourceIsNewer(String source) throws IOException {
        project.run("pilcrow");
        project.age(source, 60);
        assertThat(project.run("pilcrow").err()).isEqualTo(PROGRESS);
        assertThat(project.builds()).isEqualTo(2);
    }

    @Test
    void takesABuildByHandForABuild() throws IOException {
        project.run("pilcrow");
        project.age("src/main/Source.java", 60);
        project.run("cd '" + project.file("") + "'", "mvn by hand");
        project.age("target/pilcrow.jar", 120);
        Shell shell = project.run("pilcrow");
        assertThat(project.builds()).isEqualTo(2);
        assertThat(shell.out()).doesNotContain("AOTCache");
    }

    @Test
    void practisesAfterABuildSoThatStartsAreQuick() throws IOException {
        project.run("pilcrow");
        project.age("target/pilcrow.jar", -30);
        assertThat(project.run("pilcrow").out()).contains("<-XX:AOTCache=" + project.file("target/pilcrow.aot") + ">");
    }

    @Test
    void practisesWithoutTheModelThatIsSet() throws IOException {
        project.run("export PILCROW_MODEL=openai:some", "pilcrow");
        assertThat(project.file("target/pilcrow.aot")).hasContent("none");
    }

    @Test
    void neverBuildsWhenThatIsForbidden() throws IOException {
        Shell shell = project.run("PILCROW_BUILD=never pilcrow ask x");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo("Pilcrow is not built yet, and PILCROW_BUILD=never forbids building it.\n");
        assertThat(project.builds()).isZero();
    }

    @Test
    void startsAnOldBuildWhenBuildingIsForbidden() throws IOException {
        project.run("pilcrow");
        project.ageAll(60);
        Shell shell = project.run("PILCROW_BUILD=never pilcrow ask x");
        assertThat(shell.out()).contains("<ask>");
        assertThat(shell.err()).isEmpty();
        assertThat(project.builds()).isEqualTo(1);
    }

    @Test
    void showsTheLogOfAFailedBuildAndTriesAgainNextTime() throws IOException {
        Shell shell = project.run(": >broken", "pilcrow ask x");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo(
                PROGRESS + "COMPILATION ERROR\nPilcrow could not be built; the lines above say why.\n");
        assertThat(project.run("rm broken", "pilcrow ask x").out()).contains("<ask>");
    }

    @Test
    void saysThatMavenIsMissing() {
        Shell shell = project.run("rm tools/mvn", "pilcrow ask x");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.err()).isEqualTo("Pilcrow has to be built, and that needs Maven: please install it (mvn).\n");
    }

    @Test
    void saysThatThereIsNoJdkInTheLanguageOfTheEnvironment() {
        Shell english = project.run("unset JAVA_HOME", "pilcrow ask x");
        assertThat(english.exit()).isEqualTo(1);
        assertThat(english.out()).isEmpty();
        assertThat(english.err()).isEqualTo(
                "Pilcrow needs JDK 99 or newer, and found none. Install one, or set JAVA_HOME to the folder it is in.\n");
        assertThat(project.run("unset JAVA_HOME", "LANG=zh_TW.UTF-8 pilcrow").err()).contains("需要 JDK 99")
                .hasLineCount(1);
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws IOException {
        project.jdk("old", "98.9.9");
        assertThat(project.run("JAVA_HOME=$PWD/old pilcrow").exit()).isEqualTo(1);
        Shell shell = project.run("JAVA_HOME=$PWD/old PATH=$PWD/jdk/bin:$PATH pilcrow 2>/dev/null");
        assertThat(shell.exit()).isZero();
    }

    @Test
    void findsTheJdksOfAUsersFolder() throws IOException {
        project.jdk("home/.sdkman/candidates/java/99-open", "99-ea");
        assertThat(project.run("JAVA_HOME= HOME=$PWD/home pilcrow 2>/dev/null").exit()).isZero();
    }

    @Test
    void asksAJdkThatHasNoReleaseFileForItsVersion() throws IOException {
        project.program("bare/bin/java", "#!/bin/bash\necho 'openjdk version \"99.0.2\" 2030-01-01' >&2\n");
        assertThat(project.run("JAVA_HOME=$PWD/bare pilcrow 2>/dev/null").exit()).isZero();
        project.program("bare/bin/java", "#!/bin/bash\necho 'java version \"1.8.0_202\"' >&2\n");
        assertThat(project.run("JAVA_HOME=$PWD/bare pilcrow").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LANG=C", "LC_ALL=POSIX", "LANG=xx_XX.UTF-8", "LC_ALL=zh_CN.GBK",
            "LANG=en_US.ISO-8859-1"})
    void givesJavaAUtf8LocaleThatIsInstalled(String locale) {
        Shell shell = project.run("unset LANG LC_ALL LC_CTYPE", locale + " pilcrow 2>/dev/null");
        assertThat(shell.out()).containsPattern("(?m)^LC_ALL=(C|en_US)[.](?i:utf-?8)$");
    }

    @Test
    void keepsTheLanguageWhenItChangesTheLocale() {
        assertThat(project.run("LANG=zh_TW.Big5 pilcrow 2>/dev/null").out()).contains("LC_MESSAGES=zh_TW.Big5\n");
    }

    @Test
    void startsWithNothingInTheEnvironment() throws IOException {
        project.run("pilcrow");
        Shell shell = Shell.run(folder,
                "env -i JAVA_HOME='" + project.file("jdk") + "' 'a project/deploy/pilcrow' ask 谁");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).contains("<谁>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buildsOnceWhenTwoStartAtOnce(boolean withFlock) throws IOException {
        if (withFlock) {
            project.offer("flock");
        }
        Shell shell = project.run(": >slow", "pilcrow one & pilcrow two & wait");
        assertThat(shell.out()).contains("<one>", "<two>");
        assertThat(shell.err()).contains(PROGRESS, "Pilcrow is being built already; waiting for that…\n")
                .hasLineCount(2);
        assertThat(project.builds()).isEqualTo(1);
    }

    @Test
    void takesOverTheLockOfAnOwnerThatDied() throws IOException {
        Shell shell = project.run("mkdir -p target/.locked", "echo 99999999 >target/.locked/owner", "pilcrow ask x");
        assertThat(shell.out()).contains("<ask>");
        assertThat(project.builds()).isEqualTo(1);
        assertThat(project.file("target/.locked")).doesNotExist();
    }

    @Test
    void takesOverALockThatNobodyEverOwned() throws IOException {
        project.run("mkdir -p target/.locked");
        project.age("target/.locked", -300);
        assertThat(project.run("pilcrow ask x").out()).contains("<ask>");
    }
}
