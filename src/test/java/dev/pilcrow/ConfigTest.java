package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.ops.Price;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void nothingHasToBeSet() throws BadUseException {
        Config config = Config.read(Map.of(), folder);
        assertThat(config.article()).isEmpty();
        assertThat(config.prompts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"PILCROW_ARTICLE=a.txt|a.txt",
            "export PILCROW_ARTICLE = a b.txt  # ours|a b.txt", "PILCROW_ARTICLE=\"a # b.txt\" # ours|a # b.txt",
            "PILCROW_ARTICLE='文章.txt'|文章.txt", "\uFEFFPILCROW_ARTICLE=a.txt|a.txt", "PILCROW_ARTICLE=a#b.txt|a#b.txt",
            "PILCROW_ARTICLE=\"$HOME\\n\"|$HOME\\n"})
    void settingsMayStandInAFile(String line, String article) throws Exception {
        env(line + "\r\n# comment\n\nOTHER=1\n");
        assertThat(Config.read(Map.of(), folder).article()).contains(article);
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        env("PILCROW_ARTICLE=file.txt\n");
        assertThat(Config.read(Map.of("PILCROW_ARTICLE", "environment.txt"), folder).article())
                .contains("environment.txt");
        assertThat(Config.read(Map.of("PILCROW_ARTICLE", " "), folder).article()).isEmpty();
    }

    @Test
    void theLogIsForPeopleAndWithoutTextsUnlessItIsSet() throws BadUseException {
        LogConfig usual = Config.read(Map.of(), folder).log();
        assertThat(usual.form()).isEqualTo(LogForm.CONSOLE);
        assertThat(usual.texts()).isFalse();
        LogConfig set = Config.read(Map.of("PILCROW_LOG", "json ", "PILCROW_LOG_TEXT", "yes"), folder).log();
        assertThat(set.form()).isEqualTo(LogForm.JSON);
        assertThat(set.texts()).isTrue();
        assertThat(Config.read(Map.of("PILCROW_LOG", "console", "PILCROW_LOG_TEXT", "no"), folder).log())
                .isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({"PILCROW_LOG,secret,neither console nor json", "PILCROW_LOG_TEXT,secret,neither no nor yes",
            "PILCROW_MODEL_PRICE,secret,not a price", "PILCROW_MODEL_PRICE,1,not a price",
            "PILCROW_MODEL_PRICE,-1/2,not a price", "PILCROW_MODEL_PRICE,1/2/3,not a price",
            "PILCROW_MODEL_PRICE,1e5/2,not a price"})
    void aSettingOfTheOperatorsThatIsWrongIsNamed(String name, String value, String problem) {
        assertThatThrownBy(() -> Config.read(Map.of(name, value), folder))
                .isInstanceOfSatisfying(BadUseException.class, wrong -> assertThat(
                        Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark())).contains(name + " is")
                        .contains(problem).doesNotContain("secret"));
    }

    @Test
    void whatTheModelCostsIsPerMillionTokensInAndOut() throws BadUseException {
        assertThat(Config.read(Map.of("PILCROW_MODEL_PRICE", " 0.27/1.10 "), folder).price())
                .contains(new Price(0.27, 1.10));
        assertThat(Config.read(Map.of(), folder).price()).isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnceAndNoValueIs() throws IOException {
        env("TOKEN: secret\nPILCROW_ARTICLE=a.txt\nKEY=\"secret\n");
        assertThatThrownBy(() -> Config.read(Map.of("PILCROW_PROMPTS", folder + "/secret"), folder))
                .isInstanceOfSatisfying(BadUseException.class, wrong -> assertThat(
                        Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark()))
                        .isEqualTo("Please correct the configuration: line 1 of .env is not NAME=VALUE; "
                                + "line 3 of .env is not NAME=VALUE; PILCROW_PROMPTS is not a folder."));
    }

    @Test
    void aFolderNamedEnvIsNoFileOfSettings() throws Exception {
        Files.createDirectory(folder.resolve(".env"));
        assertThat(Config.read(Map.of(), folder).article()).isEmpty();
    }

    @Test
    void theCacheIsTheFolderThatIsSetOrTheUsersOwn() throws BadUseException {
        String set = folder + "/set";
        String users = folder + "/xdg";
        String home = folder + "/home";
        assertThat(cache(Map.of("PILCROW_CACHE", set, "XDG_CACHE_HOME", users))).isEqualTo(Path.of(set));
        assertThat(cache(Map.of("XDG_CACHE_HOME", users, "HOME", home))).isEqualTo(Path.of(users, "pilcrow"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", "relative", "HOME", home)))
                .isEqualTo(Path.of(home, ".cache", "pilcrow"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", "", "HOME", home))).isEqualTo(Path.of(home, ".cache", "pilcrow"));
    }

    @Test
    void aCacheThatCannotBeWrittenIsReplacedByATemporaryFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        assertThat(cache(Map.of("PILCROW_CACHE", file.toString()))).startsWithRaw(temporary).isNotEqualTo(file);
        assertThat(cache(Map.of())).startsWithRaw(temporary);
    }

    @Test
    void noModelIsSetUnlessOneIsNamed() throws BadUseException {
        assertThat(Config.read(Map.of(), folder).model()).isEmpty();
        assertThat(Config.read(Map.of("PILCROW_MODEL", "none", "PILCROW_MODEL_KEY", "k"), folder).model()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"openai:gpt-x,-,secret,openai:gpt-x",
            "deepseek:deepseek-chat,-,secret,deepseek:deepseek-chat",
            "anthropic:claude-x,-,secret,anthropic:claude-x", "ollama:qwen3:8b,-,-,ollama:qwen3:8b",
            "openai:Qwen/Qwen3-8B,http://127.0.0.1:8000/v1,-,openai:Qwen/Qwen3-8B"})
    void everyProviderIsSetByItsName(String name, String url, String key, String id) throws BadUseException {
        ModelSettings model = Config.read(model(name, url, key), folder).model().orElseThrow();
        assertThat(model.id()).isEqualTo(id);
        assertThat(model.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
            "gpt|-|secret|PILCROW_MODEL is neither none nor PROVIDER:NAME",
            "chatgpt:x|-|secret|PILCROW_MODEL is neither none nor PROVIDER:NAME",
            "openai:|-|secret|PILCROW_MODEL is neither none",
            "openai:x|-|-|PILCROW_MODEL needs the provider’s key in PILCROW_MODEL_KEY",
            "openai:x|localhost:8000|secret|PILCROW_MODEL_URL is not an address",
            "openai:x|http://user:secret@host/v1|-|PILCROW_MODEL_URL is not an address",
            "openai:x|http://127.0.0.1:99999/v1|-|PILCROW_MODEL_URL is not an address",
            "openai:x|http://host/v1?key=secret|-|PILCROW_MODEL_URL is not an address",
            "openai:x|ftp://host/v1|secret|PILCROW_MODEL_URL is not an address",
            "openai:x|-|se cret|PILCROW_MODEL_KEY has a space", "anthropic:x|-|sécret|PILCROW_MODEL_KEY has a space"})
    void whatIsWrongWithTheModelIsNamedAndNoValueIs(String name, String url, String key, String told) {
        assertThatThrownBy(() -> Config.read(model(name, url, key), folder)).isInstanceOfSatisfying(
                BadUseException.class,
                wrong -> assertThat(Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark())).contains(told)
                        .doesNotContain("secret").doesNotContain("cret"));
    }

    private static Map<String, String> model(String name, @Nullable String url, @Nullable String key) {
        Map<String, String> settings = new HashMap<>(Map.of("PILCROW_MODEL", name));
        if (url != null) {
            settings.put("PILCROW_MODEL_URL", url);
        }
        if (key != null) {
            settings.put("PILCROW_MODEL_KEY", key);
        }
        return settings;
    }

    private Path cache(Map<String, String> environment) throws BadUseException {
        return Config.read(environment, folder).cache();
    }

    private void env(String text) throws IOException {
        Files.writeString(folder.resolve(".env"), text);
    }
}
