package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is removed when a person is forgotten, and what is not.
abstract class PeopleContract extends StoreContract {

    private static final String SLACK = "slack/T1/C1";
    private int arrivals;

    private long ask(String chat, String person) {
        return ask(chat, person, true);
    }

    private long ask(String chat, String person, boolean question) {
        String platform = chat.substring(0, chat.indexOf('/'));
        String key = platform + "/1/u" + arrivals++;
        return accept(new Arrival(List.of(key), platform, chat, chat, chat + " " + person, platform + "/" + person,
                null, null, false, question, "{}")).getFirst();
    }

    private long answer(String chat, String person, String question) {
        long delivery = ask(chat, person);
        long id = store.answers().save(delivery, chat, person, "article", "en", question, "grounded", "", "{}");
        store.turns().add(chat, person, "article", turn(question));
        rows.done(delivery, "answered");
        return id;
    }

    @Test
    void everythingOfOnePersonIsRemovedInAllConversationsAndNothingOfOthers() {
        long own = answer(CHAT, "7", "mine");
        long elsewhere = answer("telegram/1/7", "7", "alone");
        long others = answer(CHAT, "77", "theirs");
        long namesake = answer(SLACK, "7", "another platform's");
        for (long answer : List.of(own, others, namesake)) {
            store.feedback().vote(answer, "7", true, "");
            store.feedback().vote(answer, "77", false, "");
        }

        assertThat(store.people().kept("telegram", "7")).isEqualTo(new Forgotten(2, 2, 2, 2));
        assertThat(store.people().forget("telegram", "7")).isEqualTo(new Forgotten(2, 2, 2, 2));

        assertThat(store.people().kept("telegram", "7")).isEqualTo(new Forgotten(0, 0, 0, 0));
        assertThat(store.answers().find(own)).isEmpty();
        assertThat(store.answers().find(elsewhere)).isEmpty();
        assertThat(store.answers().find(others)).isPresent();
        assertThat(store.answers().find(namesake)).isPresent();
        assertThat(turns(CHAT)).containsExactly("theirs");
        assertThat(turns(SLACK)).containsExactly("another platform's");
        assertThat(store.feedback().counts()).as("theirs on theirs, both on the namesake's")
                .isEqualTo(Map.of(true, 1L, false, 2L));
        assertThat(store.people().kept("slack", "7")).isEqualTo(new Forgotten(1, 1, 1, 1));
    }

    @Test
    void openQuestionsEndAndWhatIsNoQuestionIsDoneAsEver() {
        long waiting = ask(CHAT, "7");
        long moved = ask("telegram/1/-5", "7", false);
        long others = ask(CHAT, "8");

        assertThat(store.people().open("telegram", "7")).extracting(Claimed::id).containsExactly(waiting);
        store.people().forget("telegram", "7");

        assertThat(inbox.row(waiting)).isEmpty();
        assertThat(claim(9)).extracting(Claimed::id).containsExactly(moved, others);
        rows.done(moved, "told");
        assertThat(store.people().sweep()).isEqualTo(1);
        assertThat(inbox.row(moved)).isEmpty();
        assertThat(inbox.row(others)).isPresent();
    }

    @Test
    void whatIsWorkedOnIsToldToEndAndWhatStillComesOfItIsRemovedAfterwards() {
        long asked = ask(CHAT, "7");
        claim(1);
        store.people().forget("telegram", "7");
        assertThat(inbox.renew("me", LEASE)).isEqualTo(Map.of(asked, People.FORGOTTEN));
        assertThat(store.people().sweep()).as("it goes on").isZero();

        long late = store.answers().save(asked, CHAT, "7", "article", "en", "mine", "grounded", "", "{}");
        store.turns().add(CHAT, "7", "article", turn("mine"));
        store.feedback().vote(late, "7", true, "");
        rows.done(asked, "answered");
        clock.pass(Duration.ofSeconds(1));
        long next = answer(CHAT, "7", "asked anew");
        long told = store.people().lastForgotten();
        assertThat(store.people().sweep()).isEqualTo(1);

        assertThat(store.answers().find(late)).isEmpty();
        assertThat(inbox.row(asked)).isEmpty();
        assertThat(turns(CHAT)).containsExactly("asked anew");
        assertThat(store.answers().find(next)).isPresent();
        assertThat(store.people().lastForgotten()).isGreaterThan(told);
        assertThat(store.people().sweep()).isZero();
    }

    @Test
    void anEditedQuestionThatIsWorkedOnLeavesNothing() {
        long old = answer(CHAT, "7", "mine");
        long delivery = store.answers().find(old).orElseThrow().delivery();
        long edited = ask(CHAT, "7");
        Claimed claimed = claim(1).getFirst();
        store.people().forget("telegram", "7");
        clock.pass(Duration.ofSeconds(1));

        long late = store.answers().save(delivery, CHAT, "7", "article", "en", "edited", "grounded", "", "{}");
        inbox.answered(edited, late);
        inbox.done(claimed, "answered");
        assertThat(store.people().sweep()).isEqualTo(1);

        assertThat(store.answers().find(late)).isEmpty();
        assertThat(store.people().kept("telegram", "7")).isEqualTo(new Forgotten(0, 0, 0, 0));
    }

    @Test
    void whatIsAskedElsewhereWhileAForgottenQuestionIsStillWorkedOnStays() {
        ask(CHAT, "7");
        Claimed asked = claim(1).getFirst();
        store.people().forget("telegram", "7");
        clock.pass(Duration.ofSeconds(1));
        long next = answer("telegram/1/7", "7", "asked anew");
        clock.pass(Duration.ofSeconds(1));
        inbox.done(asked, "forgotten");
        assertThat(store.people().sweep()).isEqualTo(1);

        assertThat(store.answers().find(next)).isPresent();
        assertThat(turns("telegram/1/7")).containsExactly("asked anew");
    }

    @Test
    void otherProcessesAreToldOfAPersonWhoIsForgottenAndOfNobodyElse() {
        answer(CHAT, "7", "mine");
        long before = store.people().lastForgotten();
        store.people().forget("telegram", "8");
        assertThat(store.people().lastForgotten()).isEqualTo(before);
        store.people().forget("telegram", "7");
        assertThat(store.people().lastForgotten()).isGreaterThan(before);
    }
}
