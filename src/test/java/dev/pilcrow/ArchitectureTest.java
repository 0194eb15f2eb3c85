package dev.pilcrow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.search.Search;
import dev.pilcrow.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The arrows of the design, as rules. A rule for a package that does not exist yet holds.
class ArchitectureTest {

    private static final String ROOT = "dev.pilcrow";
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyRuleSeesTheClasses() {
        assertThat(CLASSES.contain(Article.class)).isTrue();
        assertThat(CLASSES.contain(Search.class)).isTrue();
        assertThat(CLASSES.contain(Composer.class)).isTrue();
        assertThat(CLASSES.contain(Conversation.class)).isTrue();
        assertThat(CLASSES.contain(Store.class)).isTrue();
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void articleKnowsNoOtherPackage() {
        knowsOnly("article");
    }

    @Test
    void chatKnowsNoOtherPackage() {
        knowsOnly("chat");
    }

    @Test
    void theStoreKnowsNoOtherPackage() {
        knowsOnly("store");
    }

    @Test
    void searchKnowsArticlesOnly() {
        knowsOnly("search", "article");
    }

    @Test
    void promptsKnowNoOtherPackage() {
        knowsOnly("prompts");
    }

    @Test
    void quantityKnowsArticlesOnly() {
        knowsOnly("quantity", "article");
    }

    @Test
    void theModelKnowsNothingButItsPrompts() {
        knowsOnly("model", "prompts");
    }

    @Test
    void answerKnowsArticlesSearchAndTheModel() {
        knowsOnly("answer", "article", "search", "model", "quantity");
    }

    @Test
    void conversationKnowsNoPlatformAndNoWording() {
        knowsOnly("conversation", "chat", "answer", "article", "search", "model", "store");
    }

    @Test
    void wordingPutsAnswersIntoMessagesAndSearchesNothing() {
        knowsOnly("wording", "chat", "answer", "article", "conversation", "prompts");
    }

    @Test
    void limitsKnowTheStoreOnly() {
        knowsOnly("limits", "store");
        vendorStaysIn(List.of("limits", "store", "telegram", "slack"), "io.github.bucket4j..");
    }

    @Test
    void theInboxKnowsNoAnswersAndNoWords() {
        knowsOnly("inbox", "chat", "store", "limits");
    }

    @Test
    void theDeskKnowsNoPlatformAndSearchesNothing() {
        knowsOnly("desk", "chat", "inbox", "conversation", "wording", "article", "answer", "store");
    }

    @Test
    void insightsReadTheStoreAndAnswerNothing() {
        knowsOnly("insights", "store", "answer", "article", "chat", "wording", "page", "web");
    }

    @Test
    void pagesAndTablesAreMadeByTheirLibrariesWhereInsightsAre() {
        vendorStaysIn(List.of("insights"), "com.fasterxml.jackson.dataformat.csv..");
    }

    @Test
    void theTerminalKnowsOfSearchNoMoreThanHowToStartIt() {
        check(noClasses().that().resideInAPackage(ROOT + ".terminal..").should().dependOnClassesThat(
                resideInAPackage(ROOT + ".evaluation..").or(resideInAPackage(ROOT + ".search..").and(
                        not(JavaClass.Predicates.simpleName("Search"))
                                .and(not(JavaClass.Predicates.simpleName("VectorStore")))))));
    }

    @Test
    void telegramKnowsThePortOnly() {
        knowsOnly("telegram", "chat");
    }

    @Test
    void telegramsLibraryStaysInItsPackage() {
        vendorStaysIn(List.of("telegram"), "org.telegram..");
    }

    @Test
    void slackKnowsThePortOnly() {
        knowsOnly("slack", "chat");
    }

    @Test
    void slacksLibraryStaysInItsPackage() {
        vendorStaysIn(List.of("slack"), "com.slack..", "org.java_websocket..", "com.google.gson..", "org.slf4j..");
    }

    @Test
    void theirHttpClientStaysWithPlatforms() {
        vendorStaysIn(List.of("telegram", "slack"), "okhttp3..", "okio..");
    }

    @Test
    void langChain4jStaysWhereModelsAre() {
        vendorStaysIn(List.of("model", "search", "evaluation"), "dev.langchain4j..");
        vendorStaysIn(List.of("model"), "dev.langchain4j.model.chat..", "dev.langchain4j.http..", "dev.failsafe..");
    }

    @Test
    void encodersStayInSearch() {
        vendorStaysIn(List.of("search"), "ai.onnxruntime..", "ai.djl..");
    }

    @Test
    void sqlStaysInTheStore() {
        vendorStaysIn(List.of("store"), "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "org.postgresql..",
                "org.flywaydb..", "com.zaxxer..");
    }

    @Test
    void theArticlesPageKnowsNoAnswersAndNoStore() {
        knowsOnly("page", "article", "chat", "wording", "web");
    }

    @Test
    void theLibraryForHtmlStaysWithPages() {
        vendorStaysIn(List.of("page", "insights"), "org.jsoup..");
    }

    @Test
    void opsKnowsWhatItWatchesAndThePagesItFillsAndNoWords() {
        knowsOnly("ops", "chat", "inbox", "limits", "model", "search", "store", "web");
    }

    @Test
    void theHttpServerStaysInItsPackageWhichKnowsNoOther() {
        vendorStaysIn(List.of("web"), "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");
        knowsOnly("web");
    }

    @Test
    void metersStayWithTheOperatorsPartWhichNobodyElseKnows() {
        vendorStaysIn(List.of("ops"), "io.micrometer..", "io.prometheus..");
        check(noClasses().that(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(ROOT, ROOT + ".ops.."))))
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".ops.."));
    }

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyTheEdgesWriteToTheStandardStreams() {
        check(noClasses().that(resideInAPackage(ROOT + "..")
                .and(not(resideInAnyPackage(ROOT, ROOT + ".terminal..", ROOT + ".evaluation.."))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        check(noClasses().that(areTopLevel()).should()
                .haveNameMatching(".*(?:Util|Utils|Helper|Helpers|Manager|Service|Impl)"));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = CLASSES.stream().map(JavaClass::getPackage)
                .filter(one -> !one.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).as("packages without a package-info that says @NullMarked").isEmpty();
    }

    private static void knowsOnly(String one, String... others) {
        String[] allowed = Stream.concat(Stream.of(one), Stream.of(others)).map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        check(classes().that().resideInAPackage(ROOT + "." + one + "..").should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed))
                        .or(JavaClass.Predicates.equivalentTo(Secret.class))));
    }

    private static void vendorStaysIn(List<String> packages, String... vendor) {
        String[] homes = packages.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        check(noClasses().that().resideOutsideOfPackages(homes).should().dependOnClassesThat()
                .resideInAnyPackage(vendor));
    }

    private static DescribedPredicate<JavaClass> areTopLevel() {
        return DescribedPredicate.describe("are top-level classes", JavaClass::isTopLevelClass);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
