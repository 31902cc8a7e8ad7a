package org.weimin.e2e;

import java.nio.file.Path;
import java.util.List;

/** What a street clerk does at the window and at the desk, page by page, as a human being would. */
record Window(Person clerk) {
    /** Finds the household and files its application; the case page's address comes back. */
    Filed apply(String initials, String name) {
        clerk.open("/people?q=" + initials).follow(name).see(name + " 户");
        clerk.follow("申请低保").see("需要带来的材料").press("开始填写").see("未开始");
        List<String> parts = clerk.links(clerk.path() + "/");
        String tasks = clerk.path();
        for (String part : parts) {
            fill(part);
        }
        clerk.open(tasks);
        clerk.open(tasks + "/check").see("申请前");
        clerk.press("提交申请").see("受理回执");
        return new Filed(
                clerk.links("/cases/").getFirst(),
                clerk.links("/public/progress").getFirst());
    }

    /** Where the case is, and where its applicant may follow it. */
    record Filed(String casePath, String progressPath) {}

    private void fill(String part) {
        clerk.open(part);
        if (part.endsWith("/consent")) {
            clerk.page().locator("main input[type=checkbox]").all().forEach(box -> box.check());
            clerk.fill("签署文件的存放位置", "窗口当面签署，档案袋 12 号");
        }
        clerk.answerTheRest().press("保存并返回").see("已完成");
    }

    Window assess(String casePath, String opinion) {
        clerk.open(casePath).follow("审核").see("审核意见").fill("审核意见", opinion).press("提交审核意见");
        clerk.see("审核意见已保存");
        return this;
    }

    Window visit(String casePath) {
        clerk.open(casePath + "/visit");
        clerk.fill("调查人二", "金凤英").fill("调查情况", "老两口住一室户，家具陈旧，与申报一致。").press("保存调查记录");
        clerk.see("入户调查记录已保存");
        return this;
    }

    Window publish(String casePath) {
        clerk.open(casePath).follow("张贴公示").see("将要张贴的公示内容").press("张贴公示");
        clerk.see("公示已张贴");
        return this;
    }

    Window serve(String casePath) {
        clerk.open(casePath).follow("登记送达");
        clerk.choose("送达方式", "IN_PERSON").press("保存").see("送达已登记");
        return this;
    }

    /** The letter as paper; its bytes are those of a PDF. */
    Path print(String casePath, String letter) {
        String href = clerk.open(casePath).links(casePath + "/letters/").stream()
                .filter(link -> !link.endsWith("/serve"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + letter + " at " + casePath));
        return clerk.save(href, letter + ".pdf");
    }
}
